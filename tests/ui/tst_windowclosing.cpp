// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include <QRandomGenerator>
#include <QTest>

using namespace rollcall;
using namespace rollcall::test;

/// Closes the window in the middle of a check, again and again. ROLLCALL_CLOSINGS says how often (25), and
/// ROLLCALL_SEED repeats a run.
class TestWindowClosing : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void closingAtAnyMomentEndsCleanly();

private:
    static quint32 number(const char *variable, quint32 otherwise)
    {
        bool isNumber = false;
        const quint32 value = qEnvironmentVariable(variable).toUInt(&isNumber);
        return isNumber ? value : otherwise;
    }
    void addUrls();
};

/// URLs that end in every way, and hosts that never answer.
void TestWindowClosing::addUrls()
{
    m_server->on("/slow", Script{Wait(std::chrono::milliseconds(3)),
                                 Send(httpResponse(200, {}, QByteArray(20'000, 'x')))});
    m_server->on("/cut", {Send(httpResponse(200, {{"Content-Length", "9"}}, "x")), Close()});
    m_server->on("/busy", {Send(httpResponse(503, {}, "busy"))});
    m_server->on("/never", Script{WaitForever{}});
    QList<QByteArray> paths;
    constexpr int each = 30;
    for (int i = 0; i < each; ++i) {
        for (const char *path : {"/10", "/missing", "/slow", "/cut", "/busy", "/never"})
            paths.append(path + QByteArray("?") + QByteArray::number(i));
    }
    import(paths);
}

void TestWindowClosing::closingAtAnyMomentEndsCleanly()
{
    const quint32 closings = number("ROLLCALL_CLOSINGS", 25);
    const quint32 seed = number("ROLLCALL_SEED", QRandomGenerator::global()->generate());
    qInfo("%u closings, ROLLCALL_SEED=%u", closings, seed);
    QRandomGenerator random(seed);
    addUrls();
    for (quint32 i = 0; i < closings; ++i) {
        m_window->checkAll();
        constexpr int longestMs = 60;
        const int moment = int(random.bounded(longestMs));
        if (moment > 0)
            QTest::qWait(moment);
        if (random.bounded(4) == 0)
            m_session->setPaused(true);
        if (random.bounded(2) == 0)
            QVERIFY(m_window->close()); // otherwise it is destroyed as it is
        closeWindow();
        QTRY_COMPARE(m_server->openConnections(), 0);
        openWindow();
        QVERIFY(rows() > 0);
        QVERIFY(!m_session->isRunning());
    }
}

QTEST_MAIN(TestWindowClosing)
#include "tst_windowclosing.moc"
