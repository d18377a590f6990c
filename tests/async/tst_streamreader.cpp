// SPDX-License-Identifier: MIT
// Reading from a QIODevice: a pipe of our own, a buffer, a process.
#include "asynctest.h"

#include "core/async/process.h"
#include "core/async/streamreader.h"
#include "core/async/timeout.h"

#include <QBuffer>
#include <QProcess>

#include <algorithm>
#include <memory>

namespace rollcall::async::test {

namespace {

/// A device to which a test gives data, and the end.
class Pipe : public QIODevice
{
public:
    Pipe() { open(ReadOnly | Unbuffered); }
    void give(const QByteArray &data)
    {
        m_data += data;
        Q_EMIT readyRead();
    }
    void end() { Q_EMIT readChannelFinished(); }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_data.size() + QIODevice::bytesAvailable(); }
    bool canReadLine() const override { return m_data.contains('\n') || QIODevice::canReadLine(); }

protected:
    qint64 readData(char *data, qint64 maxBytes) override
    {
        const qint64 count = qMin(maxBytes, qint64(m_data.size()));
        std::copy_n(m_data.constData(), count, data);
        m_data.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
};

Coroutine<void> logRead(QStringList *log, StreamReader *reader, qint64 maxBytes)
{
    const QByteArray data = co_await reader->read(maxBytes);
    log->append(u"read "_s + QString::fromLatin1(data));
}

Coroutine<void> logLine(QStringList *log, StreamReader *reader)
{
    const QByteArray line = co_await reader->readLine();
    log->append(u"line "_s + QString::fromLatin1(line).replace(u'\n', u'|'));
}

Coroutine<void> logAll(QStringList *log, StreamReader *reader)
{
    const QByteArray data = co_await reader->readAll();
    log->append(u"all "_s + QString::fromLatin1(data).replace(u'\n', u'|'));
}

Coroutine<void> readPieces(QStringList *log)
{
    Pipe pipe;
    StreamReader reader(&pipe);
    const Task<void> waiting = createTask(logRead(log, &reader, 100));
    co_await turns(3);
    log->append(u"nothing yet"_s);
    pipe.give("abc");
    co_await waiting;
    pipe.give("defgh");
    co_await logRead(log, &reader, 2);
    co_await logRead(log, &reader, 100);
    pipe.end();
    co_await logRead(log, &reader, 100);
}

Coroutine<void> readLines(QStringList *log)
{
    Pipe pipe;
    StreamReader reader(&pipe);
    const Task<void> waiting = createTask(logLine(log, &reader));
    co_await turns(1);
    pipe.give("fir");
    co_await turns(2);
    log->append(u"not whole"_s);
    pipe.give("st\nsecond\nla");
    co_await waiting;
    co_await logLine(log, &reader);
    const Task<void> last = createTask(logLine(log, &reader));
    co_await turns(2);
    pipe.give("st");
    pipe.end();
    co_await last;
    co_await logLine(log, &reader);
}

Coroutine<void> readToTheEnd(QStringList *log)
{
    Pipe pipe;
    StreamReader reader(&pipe);
    pipe.give("first\n");
    co_await logLine(log, &reader);
    const Task<void> waiting = createTask(logAll(log, &reader));
    for (int i = 0; i < 3; ++i) {
        pipe.give("x");
        co_await turns(1);
    }
    log->append(u"ending"_s);
    pipe.end();
    co_await waiting;
    co_await logAll(log, &reader);
}

Coroutine<void> readBuffer(QStringList *log)
{
    QBuffer buffer;
    buffer.setData("one\ntwo\nthree");
    buffer.open(QIODevice::ReadOnly);
    StreamReader reader(&buffer);
    co_await logLine(log, &reader);
    co_await logRead(log, &reader, 3);
    co_await logAll(log, &reader);
    co_await logRead(log, &reader, 3);
}

Coroutine<void> cancelRead(QStringList *log)
{
    Pipe pipe;
    StreamReader reader(&pipe);
    const Task<void> waiting = createTask(logLine(log, &reader));
    pipe.give("half a ");
    co_await turns(2);
    waiting.cancel();
    const QString end = co_await endOf(waiting);
    log->append(end);
    pipe.give("line\n");
    co_await logLine(log, &reader); // nothing was lost
    const QString limited = co_await endOf(timeout(5ms, logRead(log, &reader, 1)));
    log->append(limited);
}

Coroutine<void> closeDevice(QStringList *log)
{
    QProcess process;
    process.start(u"cat"_s, QStringList());
    co_await startOf(&process);
    StreamReader reader(&process);
    const Task<void> waiting = createTask(logAll(log, &reader));
    co_await turns(1);
    process.closeWriteChannel();
    co_await waiting;
    const int code = co_await finishOf(&process);
    log->append(QString::number(code));
}

Coroutine<void> destroyDevice(QStringList *log)
{
    auto pipe = std::make_unique<Pipe>();
    StreamReader reader(pipe.get());
    const Task<void> waiting = createTask(logRead(log, &reader, 1));
    co_await turns(1);
    pipe.reset();
    const QString end = co_await endOf(waiting);
    log->append(end);
    const QString again = co_await endOf(logLine(log, &reader));
    log->append(again);
}

Coroutine<void> talkToProcess(QStringList *log)
{
    QProcess process;
    process.start(u"cat"_s, QStringList());
    co_await startOf(&process);
    StreamReader reader(&process);
    for (int i = 0; i < 3; ++i) {
        process.write(QByteArray::number(i) + '\n');
        co_await logLine(log, &reader);
    }
    process.closeWriteChannel();
    co_await logLine(log, &reader);
    const int code = co_await finishOf(&process);
    log->append(QString::number(code));
}

Coroutine<void> readMuch(QStringList *log)
{
    QProcess process;
    process.start(u"/bin/sh"_s,
                  {u"-c"_s, u"i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done"_s});
    co_await startOf(&process);
    StreamReader reader(&process);
    qint64 lines = 0;
    qint64 bytes = 0;
    QByteArray line = co_await reader.readLine();
    while (!line.isEmpty()) {
        ++lines;
        bytes += line.size();
        line = co_await reader.readLine();
    }
    log->append(u"%1 lines, %2 bytes"_s.arg(lines).arg(bytes));
    co_await finishOf(&process);
}

Coroutine<void> readAfterEnd(QStringList *log)
{
    QProcess process;
    process.start(u"/bin/sh"_s, {u"-c"_s, u"echo over"_s});
    co_await finishOf(&process);
    StreamReader reader(&process);
    co_await logLine(log, &reader);
    co_await logLine(log, &reader);
}

} // namespace

class TestStreamReader : public AsyncTest
{
    Q_OBJECT
private Q_SLOTS:
    void givesWhatIsThere()
    {
        QCOMPARE(logOf(readPieces), u"nothing yet, read abc, read de, read fgh, read "_s);
    }
    void givesWholeLinesAndTheRest()
    {
        QCOMPARE(logOf(readLines), u"not whole, line first|, line second|, line last, line "_s);
    }
    void givesEverythingAtTheEnd() { QCOMPARE(logOf(readToTheEnd), u"line first|, ending, all xxx, all "_s); }
    void deviceWithRandomAccessIsReadAtOnce()
    {
        QCOMPARE(logOf(readBuffer), u"line one|, read two, all |three, read "_s);
    }
    void cancelledReadLosesNothing()
    {
        QCOMPARE(logOf(cancelRead), u"cancelled, line half a line|, timed out"_s);
    }
    void endOfTheChannelIsTheEnd() { QCOMPARE(logOf(closeDevice), u"all , 0"_s); }
    void destroyedDeviceEndsTheRead()
    {
        const QString destroyed = u"failed: the object was destroyed before it emitted the awaited signal"_s;
        QCOMPARE(logOf(destroyDevice), destroyed + u", "_s + destroyed);
    }
    void processIsSpokenTo() { QCOMPARE(logOf(talkToProcess), u"line 0|, line 1|, line 2|, line , 0"_s); }
    void manyLinesArrive() { QCOMPARE(logOf(readMuch), u"20000 lines, 220000 bytes"_s); }
    void processThatHasEndedGivesWhatItLeft() { QCOMPARE(logOf(readAfterEnd), u"line over|, line "_s); }
};

} // namespace rollcall::async::test

QTEST_GUILESS_MAIN(rollcall::async::test::TestStreamReader)
#include "tst_streamreader.moc"
