// SPDX-License-Identifier: MIT
#include "tests/net/fetchertest.h"

#include <QSet>

#include <algorithm>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(rollcall::test::Script)

namespace {

/// What has to come of an answer.
struct Verdict {
    Verdict() = default;
    Verdict(ErrorKind kind, int httpStatus, qint64 bytes) : error(kind), status(httpStatus), bodyBytes(bytes)
    {
    }

    ErrorKind error = ErrorKind::None;
    int status = 0;
    qint64 bodyBytes = 0;
};

QString textOf(const Verdict &verdict)
{
    const char *const slug = errorKindInfo(verdict.error).slug;
    return QStringLiteral("error '%1', status %2, %3 bytes")
        .arg(QLatin1String(slug))
        .arg(verdict.status)
        .arg(verdict.bodyBytes);
}

/// Where Qt's own manager tells something else. A row here that is no longer true makes its test fail, too.
struct Deviation {
    const char *scenario;
    Verdict verdict;
};

const QList<Deviation> qtDeviations = {
    {"103 before the answer", Verdict(ErrorKind::None, 103, 0)},
    {"103 a while before the answer", Verdict(ErrorKind::None, 103, 0)},
    {"101 that nobody asked for", Verdict(ErrorKind::None, 101, 0)},
    {"closed after 103", Verdict(ErrorKind::None, 103, 0)},
    {"103 without end", Verdict(ErrorKind::None, 103, 0)},
    {"a chunk size that is no number", Verdict(ErrorKind::None, 200, 0)},
    {"a negative chunk size", Verdict(ErrorKind::None, 200, 0)},
    {"a chunk size beyond all numbers", Verdict(ErrorKind::None, 200, 0)},
    {"a chunk longer than its size", Verdict(ErrorKind::None, 200, 3)},
    {"two lengths that differ", Verdict(ErrorKind::MalformedResponse, 200, 5)},
    {"a list of lengths that differ", Verdict(ErrorKind::MalformedResponse, 200, 5)},
    {"a negative length", Verdict(ErrorKind::MalformedResponse, 200, 5)},
    {"a length that is no number", Verdict(ErrorKind::MalformedResponse, 200, 5)},
    {"a length beyond all numbers", Verdict(ErrorKind::MalformedResponse, 200, 5)},
    {"an empty length", Verdict(ErrorKind::None, 200, 5)},
    {"both a length and chunks", Verdict(ErrorKind::None, 200, 5)},
    {"a NUL in a header", Verdict(ErrorKind::None, 200, 5)},
    {"a carriage return in a header", Verdict(ErrorKind::None, 200, 5)},
    {"a header without a colon", Verdict(ErrorKind::None, 200, 5)},
    {"a header without a name", Verdict(ErrorKind::None, 200, 5)},
    {"a blank in a header's name", Verdict(ErrorKind::None, 200, 5)},
    {"a fold with nothing before it", Verdict(ErrorKind::None, 200, 5)},
    {"HTTP/9.9", Verdict(ErrorKind::None, 200, 5)},
    {"HTTP/0.9", Verdict(ErrorKind::ConnectionClosed, 0, 0)},
    {"another protocol", Verdict(ErrorKind::ConnectionClosed, 0, 0)},
    {"a status that is no number", Verdict(ErrorKind::ConnectionClosed, 0, 0)},
    {"a status of two digits", Verdict(ErrorKind::None, 99, 5)},
    {"headers without end", Verdict(ErrorKind::ConnectionClosed, 0, 0)},
    {"one header without end", Verdict(ErrorKind::ConnectionClosed, 0, 0)},
    {"a transfer coding that does not exist", Verdict(ErrorKind::None, 200, 5)},
    {"reset without an answer", Verdict(ErrorKind::ConnectionClosed, 0, 0)},
    {"reset within the head", Verdict(ErrorKind::ConnectionClosed, 0, 0)},
    {"reset within the body", Verdict(ErrorKind::Truncated, 200, 5)},
    {"reset within a chunk", Verdict(ErrorKind::Truncated, 200, 5)},
};

Verdict verdictOn(const QString &scenario, EngineKind engine, const Verdict &right)
{
    if (engine != EngineKind::Qt)
        return right;
    const auto found =
        std::find_if(qtDeviations.begin(), qtDeviations.end(),
                     [&scenario](const Deviation &one) { return QLatin1String(one.scenario) == scenario; });
    return found != qtDeviations.end() ? found->verdict : right;
}

const QByteArray ok = "HTTP/1.1 200 OK\r\n";
const QByteArray okChunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
const QByteArray okFive = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

Script encoded(const QByteArray &body, const QByteArray &encoding)
{
    return answer(200, body, {{"Content-Encoding", encoding}});
}

/// gzip data whose checksum is not that of its content (RFC 1952, section 2.3.1).
QByteArray withWrongChecksum(QByteArray gzip)
{
    const qsizetype checksum = gzip.size() - 8;
    gzip[checksum] = char(gzip[checksum] ^ 1);
    return gzip;
}

/// The names of all rows that were added.
QSet<QString> &scenarios()
{
    static QSet<QString> names;
    return names;
}

void addRow(const char *name, const Script &script, ErrorKind error, int status, qint64 bytes)
{
    scenarios().insert(QLatin1String(name));
    QTest::newRow(name) << script << Verdict(error, status, bytes);
}

void addGoodAnswers()
{
    const auto good = [](const char *name, const Script &script, int status, qint64 bytes) {
        addRow(name, script, ErrorKind::None, status, bytes);
    };
    good("an empty body", answer(200, ""), 200, 0);
    good("204 without a body", answer(204, ""), 204, 0);
    good("304 without a body", answer(304, ""), 304, 0);
    good("404 with a body", answer(404, "gone"), 404, 4);
    good("503", answer(503, "later"), 503, 5);
    good("301 without a Location is an answer like any other", answer(301, "where?"), 301, 6);
    good("a chunked body", {Send(okChunked + chunked({"hello ", "world"}))}, 200, 11);
    good("a chunked body with a trailer", {Send(okChunked + "5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n")}, 200, 5);
    good("a chunk with an extension", {Send(okChunked + "5;why=so\r\nhello\r\n0\r\n\r\n")}, 200, 5);
    good("a body that ends with the connection", {Send(ok + "\r\nhello"), Close{}}, 200, 5);
    good("a body in drips", {SendDripped(httpResponse(200, {}, "hello world"), 3, 1ms)}, 200, 11);
    good("a length that comes twice alike",
         {Send(ok + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello")}, 200, 5);
    good("a list of lengths that are alike", {Send(ok + "Content-Length: 5, 5\r\n\r\nhello"), Close{}}, 200,
         5);
    good("HTTP/1.0", {Send("HTTP/1.0 200 OK\r\n\r\nhello"), Close{}}, 200, 5);
    good("a head of bare line feeds", {Send("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello")}, 200, 5);
    good("a status without a reason", {Send("HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello")}, 200, 5);
    good("a folded header", {Send(ok + "X-Long: a\r\n  b\r\nContent-Length: 5\r\n\r\nhello")}, 200, 5);
    QByteArray many = ok;
    for (int i = 0; i < 2'000; ++i)
        many += "X-Number-" + QByteArray::number(i) + ": " + QByteArray::number(i) + "\r\n";
    good("two thousand headers", {Send(many + "Content-Length: 5\r\n\r\nhello"), Close{}}, 200, 5);
}

void addInterimAnswers()
{
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n";
    addRow("103 before the answer", {Send(hints + okFive)}, ErrorKind::None, 200, 5);
    addRow("103 a while before the answer", {Send(hints), Wait(20ms), Send(okFive)}, ErrorKind::None, 200, 5);
    addRow("100 that nobody asked for", {Send("HTTP/1.1 100 Continue\r\n\r\n" + okFive)}, ErrorKind::None,
           200, 5);
    addRow(
        "101 that nobody asked for",
        {Send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhello"), Close{}},
        ErrorKind::MalformedResponse, 0, 0);
    addRow("closed after 103", {Send(hints), Close{}}, ErrorKind::ConnectionClosed, 0, 0);
    addRow("103 without end", {Repeat(hints, 6'000), Close{}}, ErrorKind::HeadersTooLarge, 0, 0);
}

void addBrokenFraming()
{
    const auto malformed = [](const char *name, const QByteArray &bytes, int status, qint64 received) {
        addRow(name, {Send(bytes), Close{}}, ErrorKind::MalformedResponse, status, received);
    };
    malformed("a chunk size that is no number", okChunked + "xyz\r\nhello\r\n0\r\n\r\n", 200, 0);
    malformed("a negative chunk size", okChunked + "-5\r\nhello\r\n0\r\n\r\n", 200, 0);
    malformed("a chunk size beyond all numbers", okChunked + "fffffffffffffffffff\r\nhello", 200, 0);
    malformed("a chunk longer than its size", okChunked + "3\r\nhello\r\n0\r\n\r\n", 200, 3);
    malformed("two lengths that differ", ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 0, 0);
    malformed("a list of lengths that differ", ok + "Content-Length: 5, 6\r\n\r\nhello", 0, 0);
    malformed("a negative length", ok + "Content-Length: -5\r\n\r\nhello", 0, 0);
    malformed("a length that is no number", ok + "Content-Length: five\r\n\r\nhello", 0, 0);
    malformed("a length beyond all numbers", ok + "Content-Length: 99999999999999999999\r\n\r\nhello", 0, 0);
    malformed("an empty length", ok + "Content-Length:\r\n\r\nhello", 0, 0);
    malformed("both a length and chunks",
              ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 0, 0);
    addRow("no last chunk", {Send(okChunked + "5\r\nhello\r\n"), Close{}}, ErrorKind::Truncated, 200, 5);
    addRow("cut within a chunk", {Send(okChunked + "10\r\nhello"), Close{}}, ErrorKind::Truncated, 200, 5);
    addRow("cut within a chunk's size", {Send(okChunked + "5\r\nhello\r\n1"), Close{}}, ErrorKind::Truncated,
           200, 5);
    addRow("cut short of its length", {Send(ok + "Content-Length: 100\r\n\r\nhello"), Close{}},
           ErrorKind::Truncated, 200, 5);
}

void addBrokenHeads()
{
    const auto malformed = [](const char *name, const QByteArray &bytes) {
        addRow(name, {Send(bytes), Close{}}, ErrorKind::MalformedResponse, 0, 0);
    };
    const QByteArray end = "Content-Length: 5\r\n\r\nhello";
    malformed("a NUL in a header", ok + QByteArray("X-Nul: a\0b\r\n", 12) + end);
    malformed("a carriage return in a header", ok + "X-Return: a\rb\r\n" + end);
    malformed("a header without a colon", ok + "nonsense\r\n" + end);
    malformed("a header without a name", ok + ": nameless\r\n" + end);
    malformed("a blank in a header's name", ok + "Content Type: text/plain\r\n" + end);
    malformed("a fold with nothing before it", ok + " folded\r\n" + end);
    malformed("HTTP/9.9", "HTTP/9.9 200 OK\r\n" + end);
    malformed("HTTP/0.9", "hello, this is all there is");
    malformed("another protocol", "SSH-2.0-OpenSSH_9.2\r\n");
    malformed("a status that is no number", "HTTP/1.1 2x0 OK\r\n" + end);
    malformed("a status of two digits", "HTTP/1.1 99 OK\r\n" + end);
    const QByteArray header = "X-Filler: " + QByteArray(1000, 'x') + "\r\n";
    addRow("headers without end", {Send(ok), Repeat(header, 1'000), Close{}}, ErrorKind::HeadersTooLarge, 0,
           0);
    addRow("one header without end", {Send(ok + "X-Filler: "), Repeat(QByteArray(1000, 'x'), 1'000), Close{}},
           ErrorKind::HeadersTooLarge, 0, 0);
}

void addBodiesThatCannotBeDecoded()
{
    const QByteArray packed = gzipped("hello world");
    addRow("a gzip body", encoded(packed, "gzip"), ErrorKind::None, 200, 11);
    addRow("a gzip body of two members", encoded(packed + packed, "gzip"), ErrorKind::None, 200, 22);
    addRow("a body encoded twice", encoded(gzipped(packed), "gzip, gzip"), ErrorKind::None, 200, 11);
    addRow("gzip cut short", encoded(packed.chopped(6), "gzip"), ErrorKind::ContentDecoding, 200, 11);
    addRow("gzip with a wrong checksum", encoded(withWrongChecksum(packed), "gzip"),
           ErrorKind::ContentDecoding, 200, 11);
    addRow("gzip with something behind it", encoded(packed + "hello", "gzip"), ErrorKind::ContentDecoding,
           200, 11);
    addRow("gzip in name only", encoded("hello world", "gzip"), ErrorKind::ContentDecoding, 200, 0);
    addRow("an encoding that nobody asked for", encoded("hello world", "br"), ErrorKind::ContentDecoding, 200,
           0);
    addRow("encoded once, announced twice", encoded(packed, "gzip, gzip"), ErrorKind::ContentDecoding, 200,
           0);
    addRow("a transfer coding that does not exist",
           {Send(ok + "Transfer-Encoding: rubbish, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"), Close{}},
           ErrorKind::ContentDecoding, 200, 0);
}

void addEndsTooEarly()
{
    addRow("closed without an answer", closeWithoutAnswer(), ErrorKind::ConnectionClosed, 0, 0);
    addRow("closed within the status line", {Send("HTTP/1.1 2"), Close{}}, ErrorKind::ConnectionClosed, 0, 0);
    addRow("closed within a header", {Send(ok + "Content-Le"), Close{}}, ErrorKind::ConnectionClosed, 0, 0);
    addRow("closed between two headers", {Send(ok + "Content-Length: 5\r\n"), Close{}},
           ErrorKind::ConnectionClosed, 0, 0);
    addRow("reset without an answer", {Reset{}}, ErrorKind::ConnectionReset, 0, 0);
    addRow("reset within the head", {Send(ok + "Content-Le"), Wait(20ms), Reset{}},
           ErrorKind::ConnectionReset, 0, 0);
    addRow("reset within the body", {Send(ok + "Content-Length: 100\r\n\r\nhello"), Wait(20ms), Reset{}},
           ErrorKind::ConnectionReset, 200, 5);
    addRow("reset within a chunk", {Send(okChunked + "10\r\nhello"), Wait(20ms), Reset{}},
           ErrorKind::ConnectionReset, 200, 5);
}

} // namespace

Q_DECLARE_METATYPE(Verdict)

class TestFetcherFaults : public FetcherTest
{
    Q_OBJECT
private Q_SLOTS:
    void brokenAndGoodAnswersAreToldApart_data();
    void brokenAndGoodAnswersAreToldApart();
    void everyDeviationIsOneOfAScenario();
};

void TestFetcherFaults::brokenAndGoodAnswersAreToldApart_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<Verdict>("right");
    addGoodAnswers();
    addInterimAnswers();
    addBrokenFraming();
    addBrokenHeads();
    addBodiesThatCannotBeDecoded();
    addEndsTooEarly();
}

void TestFetcherFaults::brokenAndGoodAnswersAreToldApart()
{
    QFETCH(const Script, script);
    QFETCH(const Verdict, right);
    server().on("/", script);
    const FetchResult result = fetch("/");
    const Verdict expected = verdictOn(QString::fromUtf8(QTest::currentDataTag()), engine(), right);
    QCOMPARE(textOf(Verdict(result.error, result.status, result.bodyBytes)), textOf(expected));
    QCOMPARE(result.bodySha256.isEmpty(), expected.error != ErrorKind::None);
    QVERIFY(result.times.total);
}

void TestFetcherFaults::everyDeviationIsOneOfAScenario()
{
    for (const Deviation &deviation : qtDeviations)
        QVERIFY2(scenarios().contains(QLatin1String(deviation.scenario)), deviation.scenario);
    QVERIFY(scenarios().size() >= 60);
}

QTEST_GUILESS_MAIN(TestFetcherFaults)
#include "tst_fetcherfaults.moc"
