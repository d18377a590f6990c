// SPDX-License-Identifier: MIT
#include "core/url/idna.h"
#include "core/url/parseurl.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace rollcall;
using namespace Qt::StringLiterals;

namespace {

QByteArray described(const std::variant<NormalizedUrl, UrlProblem> &reading)
{
    if (std::holds_alternative<UrlProblem>(reading))
        return "failure";
    return std::get<NormalizedUrl>(reading).url;
}

// The rows of one of the tables of web-platform-tests; empty where they are not there.
QJsonArray rowsOf(const QString &name)
{
    QFile file(QStringLiteral(ROLLCALL_WPT_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonArray rows;
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &row : all) {
        if (row.isObject()) // strings are comments
            rows.append(row);
    }
    return rows;
}

/// Counts rows and keeps the first that are not as they should be.
class Tally
{
public:
    void compare(const QByteArray &input, const QByteArray &actual, const QByteArray &expected)
    {
        ++m_rows;
        if (actual == expected)
            ++m_passed;
        else
            m_wrong += "\n  " + input + " gave " + actual + " instead of " + expected;
    }

    void report(const char *table)
    {
        qInfo("%s: %d of %d rows passed%s", table, m_passed, m_rows, m_wrong.constData());
        QVERIFY(m_rows > 0);
        if (readsAllInternationalNames())
            QCOMPARE(m_passed, m_rows);
        else
            QVERIFY(m_passed * 3 > m_rows * 2);
    }

private:
    int m_rows = 0;
    int m_passed = 0;
    QByteArray m_wrong;
};

} // namespace

class TestParseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBrowsersOnUrls();
    void agreesWithBrowsersOnDomains();
};

void TestParseUrl::agreesWithBrowsersOnUrls()
{
    const QJsonArray rows = rowsOf(u"urltestdata.json"_s);
    if (rows.isEmpty())
        QSKIP("there is no urltestdata.json in ROLLCALL_WPT_DIR, which is " ROLLCALL_WPT_DIR);
    Tally tally;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const QString input = row["input"_L1].toString();
        const bool fails = row["failure"_L1].toBool();
        const QByteArray href = row["href"_L1].toString().toUtf8();
        if (!fails && schemeOf(href) == UrlScheme::Other)
            continue;
        const auto base = parseUrl(row["base"_L1].toString());
        const auto *baseUrl = std::get_if<NormalizedUrl>(&base);
        const bool usable = baseUrl != nullptr && baseUrl->scheme != UrlScheme::Other;
        const auto reading = parseUrl(input, usable ? baseUrl->url : QByteArray());
        tally.compare(input.toUtf8(), described(reading), fails ? "failure" : href);
        if (fails)
            continue;
        QCOMPARE(described(parseUrl(QString::fromLatin1(href))), href);
        if (row["base"_L1].toString().isEmpty())
            QCOMPARE(described(normalizeUrl(input)), href);
    }
    tally.report("urltestdata.json");
}

void TestParseUrl::agreesWithBrowsersOnDomains()
{
    const QJsonArray rows = rowsOf(u"toascii.json"_s);
    if (rows.isEmpty())
        QSKIP("there is no toascii.json in ROLLCALL_WPT_DIR, which is " ROLLCALL_WPT_DIR);
    Tally tally;
    for (const auto &value : rows) {
        const QJsonObject row = value.toObject();
        const QString input = row["input"_L1].toString();
        const QJsonValue output = row["output"_L1];
        const QByteArray expected =
            output.isNull() ? "failure" : "https://" + output.toString().toUtf8() + "/x";
        tally.compare(input.toUtf8(), described(parseUrl("https://"_L1 + input + "/x"_L1)), expected);
    }
    tally.report("toascii.json");
}

QTEST_APPLESS_MAIN(TestParseUrl)
#include "tst_parseurl.moc"
