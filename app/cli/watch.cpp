// SPDX-License-Identifier: MIT
#include "app/cli/watch.h"

#include "app/cli/exitcode.h"
#include "app/cli/interrupt.h"
#include "app/cli/listsources.h"
#include "app/cli/outputfile.h"
#include "app/cli/plaintext.h"
#include "app/cli/terminal.h"
#include "app/cli/watchcommand.h"
#include "app/cli/watchhistory.h"
#include "app/cli/watchmetrics.h"
#include "app/cli/watchoutput.h"
#include "core/async/run.h"
#include "core/monitor/metricsserver.h"
#include "core/monitor/monitor.h"
#include "core/net/accessmanagers.h"
#include "core/url/redact.h"

#include <QFileInfo>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace rollcall::cli {

namespace {

using namespace std::chrono_literals;

/// How old a file of metrics may be while results come in.
constexpr std::chrono::milliseconds metricsInterval = 2s;
/// How long alerts may take that are on their way when it is time to end.
constexpr std::chrono::milliseconds lastDeliveries = 5s;

/// What is wrong with what the command names, as one sentence; empty: nothing.
QString commandProblem(const WatchCommand &command)
{
    QString problem = checkTransport(command.check.settings.transport);
    for (const QString &output : {command.jsonl, command.metricsFile}) {
        if (problem.isEmpty() && !output.isEmpty() && !command.history.isEmpty() &&
            isSameFile(command.history, output))
            problem = QStringLiteral("The output \"%1\" would overwrite the history.").arg(output);
    }
    return problem;
}

/// The lists as they are watched, each URL in the first that has it.
std::variant<QList<WatchedList>, QString> readLists(const WatchCommand &command)
{
    QList<WatchedList> lists;
    QSet<QByteArray> known;
    for (const QString &source : command.check.lists) {
        const auto loaded = loadLists({source});
        if (const auto *failure = std::get_if<QString>(&loaded))
            return *failure;
        const auto &read = std::get<LoadedLists>(loaded);
        for (const QString &line : read.rejected)
            printNote(line);
        if (read.disabled > 0 && !command.check.quiet)
            complain(QStringLiteral("Left out %1.").arg(counted(read.disabled, "disabled URL")));
        WatchedList list(QFileInfo::exists(source) ? QFileInfo(source).fileName() : source, {});
        list.schedule = command.schedule;
        list.maintenance = command.maintenance;
        for (const UrlEntry &entry : read.entries) {
            if (!known.contains(entry.url))
                list.entries.append(entry);
            known.insert(entry.url);
        }
        lists.append(list);
    }
    return lists;
}

void addChannels(AlertDispatcher &dispatcher, const WatchCommand &command)
{
    // The names are kept with alerts that wait, so they are the same after a restart.
    const auto name = [](const char *kind, qsizetype number) {
        return QStringLiteral("%1 %2").arg(QLatin1String(kind)).arg(number + 1);
    };
    for (qsizetype i = 0; i < command.webhooks.size(); ++i)
        dispatcher.addChannel(name("webhook", i), std::make_unique<WebhookChannel>(command.webhooks[i]),
                              command.rule);
    for (qsizetype i = 0; i < command.commands.size(); ++i)
        dispatcher.addChannel(name("command", i), std::make_unique<CommandChannel>(command.commands[i]),
                              command.rule);
    dispatcher.onProblem([](const QString &sentence) { complain(sentence); });
}

/// Everything of one watch that lives as long as it.
class Session
{
public:
    Session(const WatchCommand &command, const QList<WatchedList> &lists)
        : m_command(command),
          m_history(command.history.isEmpty() ? nullptr : std::make_unique<WatchHistory>(command.history)),
          m_checker(command.check.settings),
          m_dispatcher(store()),
          m_monitor(command.watch, lists, m_checker, store(), m_dispatcher),
          m_output(command, m_monitor.watch(), [this] { m_monitor.stop(); }),
          m_metrics(m_monitor.watch()),
          m_server([this] { return m_metrics.text(); })
    {
        addChannels(m_dispatcher, command);
        m_monitor.onNews([this](const WatchNews &news) { tell(news); });
        m_metricsDue.setSingleShot(true);
        QObject::connect(&m_metricsDue, &QTimer::timeout, &m_metricsDue, [this] { saveMetrics(); });
    }

    /// Opens what is written to. Returns an English sentence when something cannot be.
    QString open();
    ExitCode run();
    ExitCode testAlerts();

private:
    AlertStore &store() { return m_history ? m_history->store() : m_unkept; }
    void tell(const WatchNews &news);
    void saveMetrics();
    async::Coroutine<void> watch();
    async::Coroutine<int> testChannels();

    const WatchCommand &m_command;
    std::unique_ptr<WatchHistory> m_history; // null: none is kept
    TransientAlertStore m_unkept;
    LiveUrlChecker m_checker;
    AlertDispatcher m_dispatcher;
    Monitor m_monitor;
    WatchOutput m_output;
    WatchMetrics m_metrics;
    MetricsServer m_server;
    QTimer m_metricsDue;
    bool m_metricsFailed = false;
};

QString Session::open()
{
    QString problem = m_history ? m_history->open() : QString();
    if (problem.isEmpty())
        problem = m_output.open();
    if (problem.isEmpty() && !m_command.metricsFile.isEmpty())
        problem = m_metrics.save(m_command.metricsFile);
    if (problem.isEmpty() && m_command.metricsPort)
        problem = m_server.listen(*m_command.metricsPort);
    if (problem.isEmpty() && m_command.metricsPort && !m_command.check.quiet)
        printNote(QStringLiteral("The metrics are at http://127.0.0.1:%1/metrics").arg(m_server.port()));
    return problem;
}

ExitCode Session::run()
{
    const Interrupt interrupt([this] { m_monitor.stop(); });
    if (m_history)
        m_history->begin(m_monitor.watch(), m_command.check.lists.join(QStringLiteral(", ")),
                         HistoryRecorder::shortestRound(m_command.schedule));
    async::run(watch());
    const bool isKept = !m_history || m_history->finish();
    if (!m_command.metricsFile.isEmpty())
        saveMetrics();
    if (m_output.hasFailed() || !isKept)
        return ExitUsage;
    return m_output.readerIsGone() ? ExitInterrupted : ExitPassed;
}

ExitCode Session::testAlerts()
{
    if (m_command.webhooks.isEmpty() && m_command.commands.isEmpty())
        return refuse(QStringLiteral("--test-alerts needs a --webhook or an --on-change."));
    return async::run(testChannels()) == 0 ? ExitPassed : ExitFailed;
}

void Session::tell(const WatchNews &news)
{
    if (m_history)
        m_history->add(news);
    m_output.add(news);
    m_metrics.add(news);
    if (!m_command.metricsFile.isEmpty() && !m_metricsDue.isActive())
        m_metricsDue.start(metricsInterval);
}

/// A disk that is full for a while is said once.
void Session::saveMetrics()
{
    const QString problem = m_metrics.save(m_command.metricsFile);
    if (!problem.isEmpty() && !m_metricsFailed)
        complain(problem);
    m_metricsFailed = !problem.isEmpty();
}

async::Coroutine<void> Session::watch()
{
    const async::Task<void> delivering = async::createTask(m_dispatcher.run(), QStringLiteral("alerts"));
    co_await m_monitor.run();
    const bool isSettled = co_await m_dispatcher.settled(lastDeliveries);
    if (!isSettled)
        complain(m_history
                     ? QStringLiteral("Some alerts are not delivered yet; they are kept in the history.")
                     : QStringLiteral("Some alerts are not delivered yet."));
    delivering.cancel();
    try {
        co_await delivering;
    } catch (const async::Cancelled &) { // asked for
    }
}

/// How many channels failed.
async::Coroutine<int> Session::testChannels()
{
    int failed = 0;
    const QStringList names = m_dispatcher.channels();
    for (const QString &name : names) {
        const Delivery delivery = co_await m_dispatcher.test(name);
        const bool isDelivered = delivery.end == Delivery::End::Delivered;
        failed += int(!isDelivered);
        printNote(
            QStringLiteral("%1: %2").arg(name, isDelivered ? QStringLiteral("delivered") : delivery.detail));
    }
    co_return failed;
}

} // namespace

int runWatch(const QStringList &arguments)
{
    const auto parsed = parseWatchCommand(arguments);
    if (const auto *error = std::get_if<UsageError>(&parsed))
        return refuse(error->sentence);
    if (std::holds_alternative<HelpRequest>(parsed)) {
        openStream(Stream::Output)->write(watchHelp().toUtf8());
        return ExitPassed;
    }
    const auto &command = std::get<WatchCommand>(parsed);
    const QString problem = commandProblem(command);
    if (!problem.isEmpty())
        return refuse(problem);
    const auto lists = readLists(command);
    if (const auto *failure = std::get_if<QString>(&lists))
        return refuse(*failure);
    Session session(command, std::get<QList<WatchedList>>(lists));
    if (command.testsAlerts)
        return session.testAlerts();
    const QString failure = session.open();
    return failure.isEmpty() ? session.run() : refuse(failure);
}

} // namespace rollcall::cli
