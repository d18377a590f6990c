// SPDX-License-Identifier: MIT
#include "core/net/responsehead.h"

#include <QTest>

using namespace rollcall;

namespace {

/// Feeds line by line until the first error.
ErrorKind feed(ResponseHead &head, const QByteArray &bytes)
{
    qsizetype begin = 0;
    while (begin < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', begin) + 1;
        const ErrorKind error = head.takeLine(QByteArrayView(bytes).sliced(begin, end - begin));
        if (error != ErrorKind::None)
            return error;
        begin = end;
    }
    return ErrorKind::None;
}

} // namespace

class TestResponseHead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHeadIsTakenApart()
    {
        ResponseHead head;
        QCOMPARE(feed(head, "HTTP/1.1 404 Not  Found\r\nA: 1\r\nb:2 \r\nA:\r\n"), ErrorKind::None);
        QVERIFY(head.isReading() && !head.isComplete());
        QCOMPARE(feed(head, "\r\n"), ErrorKind::None);
        QVERIFY(!head.isReading() && head.isComplete());
        QCOMPARE(head.status(), 404);
        QCOMPARE(head.reason(), QByteArray("Not  Found"));
        QCOMPARE(head.httpVersion(), QByteArray("1.1"));
        const QList<ResponseHead::Field> fields = {{"A", "1"}, {"b", "2"}, {"A", ""}};
        QCOMPARE(head.fields(), fields);
    }

    void repeatedFieldsAreJoined()
    {
        ResponseHead head;
        QCOMPARE(
            feed(head, "HTTP/1.1 200 OK\r\nA: 1\r\nSet-Cookie: a\r\nb: 2\r\na: 3\r\nSET-COOKIE: b\r\n\r\n"),
            ErrorKind::None);
        const QList<ResponseHead::Field> joined = {{"A", "1, 3"}, {"Set-Cookie", "a\nb"}, {"b", "2"}};
        QCOMPARE(head.joinedFields(), joined);
        QCOMPARE(head.fields().size(), 5);
    }

    void interimHeadsAreDropped()
    {
        ResponseHead head;
        QCOMPARE(feed(head, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), ErrorKind::None);
        QVERIFY(!head.isReading() && !head.isComplete());
        QCOMPARE(feed(head, "HTTP/2 200 \r\nContent-Length: 1\r\n\r\n"), ErrorKind::None);
        QCOMPARE(head.status(), 200);
        QCOMPARE(head.httpVersion(), QByteArray("2"));
        QCOMPARE(head.fields().size(), 1);
    }

    void foldedLinesAreUnfolded()
    {
        ResponseHead head;
        QCOMPARE(feed(head, "HTTP/1.0 200 OK\r\nA: one\r\n\t two\r\n three\r\n\r\n"), ErrorKind::None);
        QCOMPARE(head.fields().constFirst().second, QByteArray("one two three"));
    }

    void trailersAreCountedAndNotKept()
    {
        ResponseHead head;
        QCOMPARE(feed(head, "HTTP/1.1 200 OK\r\n\r\nX-Sum: 1\r\n"), ErrorKind::None);
        QVERIFY(head.fields().isEmpty());
        QCOMPARE(head.takeLine(QByteArray(ResponseHead::maximumBytes, 'x')), ErrorKind::HeadersTooLarge);
    }

    void theLimitCoversAllLines()
    {
        ResponseHead head;
        QCOMPARE(head.takeLine("HTTP/1.1 200 OK\r\n"), ErrorKind::None);
        const QByteArray filler = "X: " + QByteArray(1019, 'x') + "\r\n";
        int taken = 0;
        while (head.takeLine(filler) == ErrorKind::None)
            ++taken;
        QCOMPARE(taken, (ResponseHead::maximumBytes - 17) / filler.size());
        QVERIFY2(head.problem().contains(QStringLiteral("262144")), qPrintable(head.problem()));
    }

    void whatBreaksTheRulesIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &bytes, const char *problem) {
            QTest::newRow(name) << bytes << QString::fromLatin1(problem);
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        row("version", "HTTP/9.9 200 OK\r\n", "unknown version in the status line \"HTTP/9.9 200 OK\"");
        row("only a version", "HTTP/1.1\r\n", "unknown version in the status line \"HTTP/1.1\"");
        row("status", "HTTP/1.1 2x0 OK\r\n", "no status in the status line \"HTTP/1.1 2x0 OK\"");
        row("status of two digits", "HTTP/1.1 99 OK\r\n", "no status in the status line \"HTTP/1.1 99 OK\"");
        row("status of four digits", "HTTP/1.1 2000\r\n", "no status in the status line \"HTTP/1.1 2000\"");
        row("status that begins with 0", "HTTP/1.1 099 x\r\n",
            "no status in the status line \"HTTP/1.1 099 x\"");
        row("colon", ok + "nonsense\r\n", "no colon in the header line \"nonsense\"");
        row("name", ok + "a b: c\r\n", "no header name in the line \"a b: c\"");
        row("empty name", ok + ": c\r\n", "no header name in the line \": c\"");
        row("NUL", ok + QByteArray("a: b\0c\r\n", 8), "a control character in the header line \"a: b?c\"");
        row("carriage return", ok + "a: b\rc\r\n", "a control character in the header line \"a: b?c\"");
        row("fold", ok + " a\r\n", "a folded line without a header before it");
        row("101", "HTTP/1.1 101 x\r\n\r\n", "101 Switching Protocols, which nobody asked for");
        row("length", ok + "Content-Length: +5\r\n\r\n", "the Content-Length \"+5\"");
        row("lengths", ok + "Content-Length: 5\r\ncontent-length: 6\r\n\r\n", "two lengths, 5 and 6");
        row("length and coding", ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            "both Content-Length and Transfer-Encoding");
    }

    void whatBreaksTheRulesIsNamed()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, problem);
        ResponseHead head;
        QCOMPARE(feed(head, bytes), ErrorKind::MalformedResponse);
        QCOMPARE(head.problem(), problem);
        QVERIFY(!head.isComplete() || problem.contains(QStringLiteral("ength")));
    }

    void lengthsAreReadStrictly()
    {
        QCOMPARE(contentLengthFromField("0"), 0);
        QCOMPARE(contentLengthFromField("9223372036854775807"), std::numeric_limits<qint64>::max());
        QCOMPARE(contentLengthFromField("7, 7,7"), 7);
        for (const char *bad : {"", "-1", "+1", "1 1", "0x10", "1,2", "1,", "9223372036854775808", "1e3"})
            QVERIFY2(!contentLengthFromField(bad), bad);
    }
};

QTEST_APPLESS_MAIN(TestResponseHead)
#include "tst_responsehead.moc"
