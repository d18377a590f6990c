// SPDX-License-Identifier: MIT
#include "core/async/run.h"
#include "core/net/accessmanagers.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

class TestKeptAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void headerFieldsAreKeptInAnyCaseOfLetters();
    void aFieldWithoutAValueIsNoMissingField();
    void headerFieldsOfARedirectAreNotMistakenForTheAnswers();
    void noMoreHeaderFieldsAreKeptThanTheLimit();
    void nothingOfABodyIsKeptUnlessAskedFor();
    void theBeginningOfADecodedBodyIsKept();
    void moreOfAnErrorsBodyMayBeKept();

private:
    FetchResult fetch(const QByteArray &path);

    std::unique_ptr<FaultServer> m_server;
    FetchRequest m_request;
};

void TestKeptAnswer::init()
{
    m_server = std::make_unique<FaultServer>();
    QVERIFY(m_server->listen());
    m_request = FetchRequest();
    m_request.timeout = 60s;
    m_request.connectTimeout = 60s;
}

FetchResult TestKeptAnswer::fetch(const QByteArray &path)
{
    AccessManagers managers((TransportOptions()));
    HostResolver resolver;
    Fetcher fetcher(managers, resolver);
    m_request.url = m_server->url(path);
    m_request.started = async::Clock::now();
    return async::run(fetcher.fetch(m_request));
}

void TestKeptAnswer::headerFieldsAreKeptInAnyCaseOfLetters()
{
    m_server->on("/", Script{Send(httpResponse(200, {{"X-Name", " a value "}}, "ok"))});
    const FetchResult result = fetch("/");
    QCOMPARE(headerValue(result, "x-NAME"), QByteArray("a value"));
    QVERIFY(headerValue(result, "X-Other").isNull());
}

void TestKeptAnswer::aFieldWithoutAValueIsNoMissingField()
{
    FetchResult result; // made by hand: the stock manager drops such fields
    result.responseHeaders = {HeaderField("X-Empty", QByteArray())};
    QVERIFY(headerValue(result, "X-Empty").isEmpty());
    QVERIFY(!headerValue(result, "X-Empty").isNull());
}

void TestKeptAnswer::headerFieldsOfARedirectAreNotMistakenForTheAnswers()
{
    m_server->on("/", Script{Send(httpResponse(302, {{"Location", "/next"}, {"X-First", "1"}}))});
    m_server->on("/next", Script{Close()});
    const FetchResult result = fetch("/");
    QVERIFY(result.error != ErrorKind::None);
    QVERIFY(result.responseHeaders.isEmpty());
}

void TestKeptAnswer::noMoreHeaderFieldsAreKeptThanTheLimit()
{
    Headers headers;
    for (int i = 0; i < 50; ++i)
        headers.append({"X-" + QByteArray::number(i), QByteArray(2000, 'v')});
    m_server->on("/", Script{Send(httpResponse(200, headers, "ok"))});
    const FetchResult result = fetch("/");
    qsizetype bytes = 0;
    for (const HeaderField &field : result.responseHeaders)
        bytes += field.first.size() + field.second.size();
    QVERIFY(bytes <= keptHeaderBytes);
    QVERIFY(bytes > keptHeaderBytes - 2100);
}

void TestKeptAnswer::nothingOfABodyIsKeptUnlessAskedFor()
{
    m_server->on("/", Script{Send(httpResponse(200, {}, "hello"))});
    QVERIFY(fetch("/").bodyPrefix.isEmpty());
}

void TestKeptAnswer::theBeginningOfADecodedBodyIsKept()
{
    const QByteArray body = QByteArray(100, 'a') + QByteArray(100'000, 'b');
    m_server->on("/", Script{Send(httpResponse(200, {{"Content-Encoding", "gzip"}}, gzipped(body)))});
    m_request.keptBodyBytes = 150;
    const FetchResult result = fetch("/");
    QCOMPARE(result.bodyPrefix, body.first(150));
    QCOMPARE(result.bodyBytes, body.size());
}

void TestKeptAnswer::moreOfAnErrorsBodyMayBeKept()
{
    m_server->on("/good", Script{Send(httpResponse(200, {}, "hello world"))});
    m_server->on("/bad", Script{Send(httpResponse(403, {}, "hello world"))});
    m_request.keptBodyBytes = 2;
    m_request.keptErrorBodyBytes = 5;
    QCOMPARE(fetch("/good").bodyPrefix, QByteArray("he"));
    QCOMPARE(fetch("/bad").bodyPrefix, QByteArray("hello"));
}

QTEST_GUILESS_MAIN(TestKeptAnswer)
#include "tst_keptanswer.moc"
