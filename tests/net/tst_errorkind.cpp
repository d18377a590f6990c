// SPDX-License-Identifier: MIT
#include "core/net/errorkind.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace rollcall;

class TestErrorKind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasAUniqueSlugThatLeadsBackToIt();
    void everyKindHasATitleAndAWholeSentence();
    void anUnknownSlugIsNoKind();
    void theSlugsThatScriptsRelyOnAreUnchanged();
};

void TestErrorKind::everyKindHasAUniqueSlugThatLeadsBackToIt()
{
    const QRegularExpression form(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
    QSet<QByteArray> slugs;
    for (const ErrorKindInfo &info : errorKinds()) {
        const QByteArray slug(info.slug);
        QVERIFY2(!slugs.contains(slug), info.slug);
        slugs.insert(slug);
        QCOMPARE(errorKindFromSlug(slug), info.kind);
        QCOMPARE(errorKindInfo(info.kind).slug, info.slug);
        QVERIFY2(info.kind == ErrorKind::None || form.match(QString::fromLatin1(slug)).hasMatch(), info.slug);
    }
}

void TestErrorKind::everyKindHasATitleAndAWholeSentence()
{
    for (const ErrorKindInfo &info : errorKinds()) {
        if (info.kind == ErrorKind::None)
            continue;
        const QByteArray title(info.title);
        const QByteArray sentence(info.sentence);
        QVERIFY2(!title.isEmpty() && title.size() <= 30, info.slug);
        QVERIFY2(sentence.size() > 20 && sentence.endsWith('.'), info.slug);
    }
}

void TestErrorKind::anUnknownSlugIsNoKind()
{
    QCOMPARE(errorKindFromSlug("no-such-kind"), std::nullopt);
    QCOMPARE(errorKindFromSlug("Timeout"), std::nullopt);
    QCOMPARE(errorKindFromSlug(""), ErrorKind::None);
}

void TestErrorKind::theSlugsThatScriptsRelyOnAreUnchanged()
{
    QByteArray all;
    for (const ErrorKindInfo &info : errorKinds())
        all += QByteArray(info.slug) + ' ';
    QCOMPARE(
        all.simplified(),
        QByteArray("invalid-url unsupported-scheme dns-not-found dns-failure connection-refused "
                   "network-unreachable connect-timeout proxy-error tls-handshake certificate-expired "
                   "certificate-not-yet-valid certificate-hostname-mismatch certificate-untrusted "
                   "certificate-self-signed certificate-weak connection-closed connection-reset "
                   "first-byte-timeout timeout truncated malformed-response content-decoding "
                   "headers-too-large body-too-large too-many-redirects redirect-loop redirect-blocked "
                   "http-client-error http-server-error http-unexpected-status rate-limited bot-challenge "
                   "redirected unexpected-target too-slow certificate-expires-soon unexpected-content "
                   "unexpected-header "
                   "content-changed out-of-resources local-network cancelled internal"));
}

QTEST_GUILESS_MAIN(TestErrorKind)
#include "tst_errorkind.moc"
