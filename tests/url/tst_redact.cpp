// SPDX-License-Identifier: MIT
#include "core/url/redact.h"

#include <QTest>

using namespace rollcall;

class TestRedact : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secretsAreMaskedAndNothingElse_data();
    void secretsAreMaskedAndNothingElse();
};

void TestRedact::secretsAreMaskedAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *text, const char *shown) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(shown);
    };
    const auto kept = [row](const char *name, const char *text) { row(name, text, text); };
    row("a password", "http://user:pass@host/", "http://user:***@host/");
    row("a password with an at", "http://user:p@ss@host/a@b", "http://user:***@host/a@b");
    kept("a user alone", "http://user@host/");
    kept("an empty password", "http://user:@host/");
    row("a token as the user", "https://ghp0a1b2c3d4e5f6g7h8i9@host/", "https://***@host/");
    kept("an at in the path", "http://host/@user:name@x");
    row("a token", "http://h/?a=1&token=abc&b=2", "http://h/?a=1&token=***&b=2");
    row("names in any spelling", "http://h/?API_Key=1&X-Amz-Signature=2&access-token=3",
        "http://h/?API_Key=***&X-Amz-Signature=***&access-token=***");
    row("an escaped name", "http://h/?%74oken=abc", "http://h/?%74oken=***");
    row("a name that is a word", "http://h/?key=1&sig=2&monkey=3", "http://h/?key=***&sig=***&monkey=3");
    row("after a semicolon", "http://h/?a=1;token=abc", "http://h/?a=1;token=***");
    row("a semicolon within", "http://h/?token=a;b&c=d", "http://h/?token=***&c=d");
    row("a question mark within", "http://h/?a?token=abc", "http://h/?a?token=***");
    row("in the fragment", "http://h/#access_token=abc", "http://h/#access_token=***");
    kept("an empty value", "http://h/?token=&b=1");
    kept("a name alone", "http://h/?token");
    row("a drawn value", "http://h/?x=3f9a0b1c2d4e5f60718293a4b5c6d7e8&y=1", "http://h/?x=***&y=1");
    row("a JSON web token", "http://h/?x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N",
        "http://h/?x=***");
    kept("a short drawn value", "http://h/?v=3f9a0b1c2d4e");
    kept("words", "http://h/?q=the-annual-report-of-2023-and-2024");
    kept("escaped words", "http://h/?q=M%C3%BCnchen%20Stra%C3%9Fe%20%C3%A4%C3%B6");
    kept("a moment", "http://h/?since=2026-01-01T00:00:00.000Z");
    kept("a long number", "http://h/?id=12345678901234567890123");
    kept("nothing", "");
    row("within a text", "from \"https://u:p@h/?token=1\" to http://h/?token=2 (why)",
        "from \"https://u:***@h/?token=***\" to http://h/?token=*** (why)");
    row("a target without a host", "redirected to /login?token=abc", "redirected to /login?token=***");
    row("other schemes", "ftp://user:pass@host/", "ftp://user:***@host/");
}

void TestRedact::secretsAreMaskedAndNothingElse()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, shown);
    QCOMPARE(redacted(text), shown);
    QCOMPARE(redacted(shown), shown);
    QCOMPARE(redacted(QString::fromUtf8(text)), QString::fromUtf8(shown));
}

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
