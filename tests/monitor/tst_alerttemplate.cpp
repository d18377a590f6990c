// SPDX-License-Identifier: MIT
#include "core/monitor/alerttemplate.h"

#include "tests/monitor/alerttools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace rollcall;
using rollcall::test::alertOf;
using rollcall::test::fullAlert;

namespace {

QByteArray rendered(const char *text, const AlertMessage &message)
{
    const auto made = AlertTemplate::fromText(text);
    if (const auto *problem = std::get_if<QString>(&made))
        return "refused: " + problem->toUtf8();
    return std::get<AlertTemplate>(made).render(message);
}

} // namespace

class TestAlertTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void factsAreAlwaysTheSameAndInOrder();
    void aSummaryHasNoFactsOfASingleAlert();
    void withoutATextEverythingIsTold();
    void placesAreFilledIn_data();
    void placesAreFilledIn();
    void whatGivesNoJsonIsRefused_data();
    void whatGivesNoJsonIsRefused();
};

void TestAlertTemplate::factsAreAlwaysTheSameAndInOrder()
{
    const QByteArrayList names = {"id",    "event",   "count",  "title", "text",  "url",
                                  "name",  "list",    "tags",   "at",    "since", "previous",
                                  "error", "message", "status", "days",  "detail"};
    for (const AlertMessage &message : {AlertMessage({fullAlert()}), AlertMessage({alertOf(AlertKind::Up)}),
                                        AlertMessage({fullAlert(), alertOf(AlertKind::Up)})}) {
        QByteArrayList found;
        const QList<AlertFact> facts = factsOf(message);
        for (const AlertFact &fact : facts)
            found.append(fact.first.data());
        QCOMPARE(found, names);
    }
}

void TestAlertTemplate::aSummaryHasNoFactsOfASingleAlert()
{
    const QJsonObject json =
        messageToJson(AlertMessage({fullAlert(), alertOf(AlertKind::Down), alertOf(AlertKind::Up)}));
    QCOMPARE(json.value(u"event").toString(), QStringLiteral("summary"));
    QCOMPARE(json.value(u"count").toInt(), 3);
    QCOMPARE(json.value(u"title").toString(), QStringLiteral("2 down, 1 up"));
    QVERIFY(json.value(u"url").isNull());
    QCOMPARE(json.value(u"events").toArray().size(), 3);
    QCOMPARE(json.value(u"text").toString().count(u'\n'), 2);
}

void TestAlertTemplate::withoutATextEverythingIsTold()
{
    const AlertMessage message({fullAlert()});
    QCOMPARE(QJsonDocument::fromJson(AlertTemplate().render(message)).object(), messageToJson(message));
}

void TestAlertTemplate::placesAreFilledIn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *text, const char *json) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(json);
    };
    row("no place", R"({"a": 1})", R"({"a": 1})");
    row("in a string", R"({"a": "It is {{event}}!"})", R"({"a": "It is down!"})");
    row("with blanks", R"(["{{ event }}"])", R"(["down"])");
    row("escaped", R"(["{{name}} {{detail}}"])", R"(["Shop \\ \"Zürich\" line\nbreak"])");
    row("a number in a string", R"(["{{status}}"])", R"(["503"])");
    row("outside of a string", R"([{{event}}, {{status}}])", R"(["down", 503])");
    row("a string with a quotation mark", R"(["\"{{event}}\""])", R"(["\"down\""])");
    row("braces of JSON itself", R"({"a":{"b":"{{event}}"}})", R"({"a":{"b":"down"}})");
}

void TestAlertTemplate::placesAreFilledIn()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, json);
    QCOMPARE(rendered(text.constData(), AlertMessage({fullAlert()})), json);
}

void TestAlertTemplate::whatGivesNoJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("no such fact") << QByteArray(R"(["{{colour}}"])") << QByteArray("{{colour}}");
    QTest::newRow("an open place") << QByteArray(R"(["{{event"])") << QByteArray("filled in");
    QTest::newRow("the array in a string") << QByteArray(R"(["{{events}}"])") << QByteArray("{{events}}");
    QTest::newRow("no JSON") << QByteArray("text={{text}}") << QByteArray("JSON");
    QTest::newRow("nothing") << QByteArray() << QByteArray("JSON");
}

void TestAlertTemplate::whatGivesNoJsonIsRefused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, part);
    const QByteArray found = rendered(text.constData(), AlertMessage({fullAlert()}));
    QVERIFY2(found.startsWith("refused: ") && found.contains(part), found.constData());
}

QTEST_APPLESS_MAIN(TestAlertTemplate)
#include "tst_alerttemplate.moc"
