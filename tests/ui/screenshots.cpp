// SPDX-License-Identifier: MIT
// rollcall-screenshots: draws the window in each of its states into PNG files, against servers of its own.
#include "core/check/checksession.h"
#include "core/history/history.h"
#include "core/history/historyfile.h"
#include "core/history/store.h"
#include "core/monitor/watchsession.h"
#include "tests/history/historytools.h"
#include "tests/support/faultserver.h"
#include "translations/installtranslations.h"
#include "ui/colorscheme.h"
#include "ui/comparedialog.h"
#include "ui/entryactions.h"
#include "ui/entrydialog.h"
#include "ui/facetsidebar.h"
#include "ui/historypane.h"
#include "ui/importdialog.h"
#include "ui/incidentsdialog.h"
#include "ui/listactions.h"
#include "ui/listimport.h"
#include "ui/mainactions.h"
#include "ui/mainwindow.h"
#include "ui/resultcolumns.h"
#include "ui/resultview.h"
#include "ui/scheduledialog.h"
#include "ui/settingsdialog.h"
#include "ui/statusoverview.h"
#include "ui/statustile.h"
#include "ui/watchactions.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPalette>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace rollcall;
using namespace rollcall::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;
const QByteArray heldPath = "/search";

/// A small world of sites, good and bad, on several loopback addresses.
class Site
{
public:
    Site()
    {
        if (!m_server.listen(0, QHostAddress::AnyIPv4))
            qFatal("no port to listen on");
        addFirstPages();
        addSlowPages();
        addLastPages();
    }

    FaultServer &server() { return m_server; }

    QString list() const
    {
        QStringList lines;
        int host = 1;
        for (const QByteArray &path : m_paths)
            lines.append(QStringLiteral("http://127.0.0.%1:%2%3")
                             .arg(host++ % 5 + 1)
                             .arg(m_server.port())
                             .arg(QString::fromLatin1(path)));
        lines.append(QStringLiteral("http://127.0.0.1:1/status"));
        lines.append(QStringLiteral("http://127.0.0.3:1/old/shop"));
        lines.append(QStringLiteral("ftp://files.example.net/pub/"));
        lines.append(lines.constFirst());
        lines.append(QStringLiteral("a line that is no URL"));
        return lines.join(QLatin1Char('\n'));
    }

private:
    void add(const QByteArray &path, const Script &script)
    {
        m_server.on(path, script);
        m_paths.append(path);
    }

    static Script page(const QByteArray &type, qsizetype bytes)
    {
        return {Send(httpResponse(200, {{"Content-Type", type}}, QByteArray(bytes, 'x')))};
    }

    void addFirstPages()
    {
        add("/", page("text/html; charset=utf-8", 18'412));
        add("/prices.csv", page("text/csv", 143'022));
        add("/catalogue.pdf", page("application/pdf", 4'718'592));
        add("/api/v1/health", page("application/json", 27));
        add("/downloads/v1.zip",
            {Send(httpResponse(404, {{"Content-Type", "text/html"}}, QByteArray(1'245, 'x')))});
        add("/docs/reference", Script{Wait(420ms)} + page("text/html", 310'000));
        add("/loop", {Send(redirect(302, "/loop"))});
        add("/images/logo.svg", page("image/svg+xml", 2'310));
    }

    // These wait until they are released, and all behind them in the list wait for a place.
    void addSlowPages()
    {
        m_server.on(heldPath, page("text/html", 7'300));
        for (const char *query : {"tables", "chairs", "lamps", "shelves"})
            m_paths.append(heldPath + "?q=" + query);
    }

    void addLastPages()
    {
        add("/about", page("text/html; charset=utf-8", 9'204));
        add("/blog/2026/spring", Script{Wait(180ms)} + page("text/html", 40'960));
        add("/news", {Send(redirect(301, "/blog/2026/spring"))});
        add("/export",
            {Send(httpResponse(200, {{"Content-Length", "90000"}}, QByteArray(10'000, 'x'))), Close()});
        add("/checkout", {Send(httpResponse(503, {{"Content-Type", "text/plain"}}, "busy"))});
        for (const char *name : {"ada", "grace", "hedy", "karen", "mary", "radia"})
            add(QByteArray("/team/") + name, page("text/html; charset=utf-8", 4'000));
    }

    FaultServer m_server;
    QList<QByteArray> m_paths;
};

/// A watch that checks at once what is due, and again what has failed.
WatchSettings atOnce()
{
    WatchSettings settings;
    settings.spreadOver = 0s;
    settings.health.confirmAfter = 0s;
    return settings;
}

/// One window on an empty store, with a list of the site's.
class Scene
{
public:
    using Prepare = void (*)(Store &store, const QString &path);

    /// \a prepare is called for the store, and its file, before the window sees it.
    explicit Scene(const QString &folder, Prepare prepare = nullptr)
        : m_folder(folder),
          m_store(m_home.filePath(QStringLiteral("rollcall.db"))),
          m_history(m_home.filePath(QStringLiteral("rollcall.db"))),
          m_watching(m_history.path(), atOnce())
    {
        if (prepare)
            prepare(m_store, m_history.path());
        m_window = std::make_unique<MainWindow>(m_session, m_watching, m_store, m_history);
        m_window->resize(1180, 700);
        m_window->show();
        const auto *pages = m_window->findChild<QStackedWidget *>(QStringLiteral("pages"));
        waitFor([pages] { return pages->currentIndex() > 0; }); // the list is loaded
    }

    void importList()
    {
        m_window->importText(m_site.list());
        waitFor([this] { return table()->model()->rowCount() > 0; });
    }
    /// A list with tags, and with entries that are not checked with it.
    void importTaggedList()
    {
        QStringList records;
        const QStringList urls = m_site.list().split(QLatin1Char('\n')).first(14);
        for (int i = 0; i < urls.size(); ++i) {
            records.append(
                QStringLiteral(R"({"url":"%1","tags":[%2],"enabled":%3})")
                    .arg(urls.at(i),
                         i % 3 == 0 ? QStringLiteral(R"("live")") : QStringLiteral(R"("shop","live")"),
                         i % 8 == 4 ? QStringLiteral("false") : QStringLiteral("true")));
        }
        const int before = table()->model()->rowCount();
        m_window->importText(QLatin1Char('[') + records.join(QLatin1Char(',')) + QLatin1Char(']'));
        waitFor([this, before] { return table()->model()->rowCount() > before; });
    }
    void nameList(const QString &name)
    {
        auto *lists = m_window->findChild<QTreeView *>(QStringLiteral("lists"));
        lists->model()->setData(lists->currentIndex(), name);
    }
    void makeList(const QString &name)
    {
        m_window->findChild<ListActions *>()->newList->trigger();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape); // no window manager makes it active
        nameList(name);
        waitFor([this] { return table()->model()->rowCount() == 0; });
    }
    void chooseList(int row)
    {
        auto *lists = m_window->findChild<QTreeView *>(QStringLiteral("lists"));
        lists->setCurrentIndex(lists->model()->index(row, 0));
        waitFor([this] { return table()->model()->rowCount() > 0; });
    }
    void showHistoryColumns()
    {
        auto *view = m_window->findChild<ResultView *>();
        TableArrangement layout = view->layout();
        for (ColumnPlace &column : layout.columns)
            column.isShown = column.isShown || column.column == ResultColumn::Uptime ||
                             column.column == ResultColumn::Trend;
        // What has no width of its own is the last one.
        std::stable_partition(layout.columns.begin(), layout.columns.end(),
                              [](const ColumnPlace &place) { return place.column != ResultColumn::Error; });
        view->setLayout(layout);
        const QModelIndex cell = table()->model()->index(0, columnOf(ResultColumn::Uptime));
        waitFor([&cell] { return !cell.data().toString().isEmpty(); });
    }
    /// Shows the past of this row over the period that this button chooses.
    void showPast(int row, const char *period)
    {
        selectRow(row);
        auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("detailsTabs"));
        tabs->setCurrentWidget(tabs->findChild<HistoryPane *>());
        auto *button = tabs->findChild<QToolButton *>(QString::fromLatin1(period));
        button->click();
        waitFor([button] { return button->isVisible() && button->text().contains(u'%'); });
    }
    void shootComparison(const QString &name)
    {
        m_window->actionSet().compareRuns->trigger();
        auto *dialog = m_window->findChild<CompareDialog *>();
        const auto *changes = dialog->findChild<QTableView *>();
        waitFor([changes] { return changes->model()->rowCount() > 0; });
        save(*dialog, name);
        dialog->close();
    }
    void shootSettings(const QString &name)
    {
        m_window->actionSet().settings->trigger();
        auto *dialog = m_window->findChild<SettingsDialog *>();
        waitFor([dialog] { return dialog->isVisible(); });
        save(*dialog, name);
        dialog->close();
    }
    void shootIncidents(const QString &name)
    {
        m_window->actionSet().incidents->trigger();
        auto *dialog = m_window->findChild<IncidentsDialog *>();
        dialog->findChild<QComboBox *>()->setCurrentIndex(2);
        const auto *incidents = dialog->findChild<QTableView *>();
        waitFor([incidents] { return incidents->model()->rowCount() > 0; });
        save(*dialog, name);
        dialog->close();
    }
    void shootStatus(const QString &name)
    {
        m_window->actionSet().showStatus->trigger();
        auto *overview = m_window->findChild<StatusOverview *>();
        waitFor([overview] {
            const auto tiles = overview->findChildren<StatusTile *>();
            return tiles.size() > 2 && tiles.at(1)->status().counts.total > 0 &&
                   tiles.first()->status().day.counted() > 0;
        });
        save(*overview, name);
        overview->close();
    }
    void watch()
    {
        m_window->findChild<WatchActions *>()->watch->trigger();
        const auto *line = m_window->findChild<QLabel *>(QStringLiteral("watchLine"));
        waitFor([line] { return line->text().contains(u"4 min"); }); // all have been checked
    }
    /// What is said of the current URL, tab by tab.
    void shootEntry(const QString &name)
    {
        m_window->findChild<EntryActions *>()->edit->trigger();
        auto *dialog = m_window->findChild<EntryDialog *>();
        dialog->findChild<QLineEdit *>(QStringLiteral("entryTimeLimit"))->setText(QStringLiteral("5s"));
        dialog->findChild<QLineEdit *>(QStringLiteral("entryStatuses"))
            ->setText(QStringLiteral("200-299, 304"));
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("entryHeaders"))
            ->setPlainText(QStringLiteral("Accept-Language: de"));
        auto *tabs = dialog->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            save(*dialog, name + QLatin1Char('-') + QString::number(tab + 1));
        }
        dialog->reject();
    }
    void shootSchedule(const QString &name)
    {
        m_window->findChild<WatchActions *>()->schedule->trigger();
        auto *dialog = m_window->findChild<ScheduleDialog *>();
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("sun 02:00-04:00"));
        save(*dialog, name);
        dialog->close();
    }
    void shootAlerts(const QString &name)
    {
        m_window->actionSet().settings->trigger();
        auto *dialog = m_window->findChild<SettingsDialog *>();
        dialog->findChild<QListWidget *>(QStringLiteral("settingsPages"))->setCurrentRow(1);
        auto *test = dialog->findChild<QPushButton *>(QStringLiteral("testAlertsDesktop"));
        const auto *end = dialog->findChild<QLabel *>(QStringLiteral("testAlertsDesktopEnd"));
        test->click();
        const QString sending = end->text();
        waitFor([end, &sending] { return end->text() != sending; });
        save(*dialog, name);
        dialog->close();
    }
    void beginToAdd() { m_window->findChild<EntryActions *>()->add->trigger(); }
    void shootPreview(const QString &name)
    {
        QFile file(m_home.filePath(QStringLiteral("customers.csv")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write a list");
        file.write("Name,Website,Tags\n");
        const QStringList lines = m_site.list().split(QLatin1Char('\n'));
        for (int i = 0; i < lines.size(); ++i)
            file.write(QStringLiteral("Customer %1,%2,live\n").arg(i + 1).arg(lines.at(i)).toUtf8());
        file.write("Customer 30,https://shop.example.com/,live\nCustomer 31,https://shop.example.com/,live\n"
                   "Customer 32,not known yet,\nCustomer 33,https://www.example.org/,\n");
        file.close();
        m_window->findChild<ListImport *>()->preview({file.fileName()});
        auto *dialog = m_window->findChild<ImportDialog *>();
        const auto *shown = dialog->findChild<QTableView *>();
        waitFor([shown] { return shown->model()->rowCount() > 0; });
        save(*dialog, name);
        dialog->close();
    }
    void checkUntilHeld()
    {
        m_site.server().hold(heldPath);
        m_window->findChild<QSpinBox *>(QStringLiteral("atOnce"))->setValue(4);
        m_window->checkAll();
        waitFor([this] { return m_site.server().heldRequests(heldPath) == 4; });
        waitFor([this] { return shownAsRunning() == 4; });
    }
    void finish()
    {
        m_window->findChild<QSpinBox *>(QStringLiteral("atOnce"))->setValue(50);
        m_site.server().releaseAll(heldPath);
        waitFor([this] { return !m_session.isRunning(); });
    }
    void selectRow(int row) { table()->selectRow(row); }
    void sortBy(int column) { table()->sortByColumn(column, Qt::AscendingOrder); }
    void filter(const QString &text)
    {
        m_window->findChild<QLineEdit *>(QStringLiteral("filterText"))->setText(text);
    }
    void shoot(const QString &name)
    {
        const auto *const facets = m_window->findChild<FacetSidebar *>();
        waitFor([facets] { return !facets->isSettling(); });
        save(*m_window, name);
    }

private:
    void save(QWidget &widget, const QString &name)
    {
        const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
        if (!widget.grab().save(path))
            qFatal("cannot write %s", qPrintable(path));
        QTextStream(stdout) << path << Qt::endl;
    }
    QTableView *table() { return m_window->findChild<QTableView *>(QStringLiteral("results")); }
    int shownAsRunning()
    {
        const QString running = resultColumn(ResultColumn::Outcome).text(runningRow());
        int count = 0;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            count +=
                table()->model()->index(row, columnOf(ResultColumn::Outcome)).data().toString() == running;
        return count;
    }
    static ResultRow runningRow()
    {
        ResultRow row;
        row.state = RowState::Running;
        return row;
    }
    template <class Condition>
    static void waitFor(Condition condition)
    {
        if (!QTest::qWaitFor(condition, int(std::chrono::milliseconds(patience).count())))
            qFatal("a state of the window did not come about");
    }

    QString m_folder;
    QTemporaryDir m_home;
    Site m_site;
    CheckSession m_session;
    Store m_store;
    History m_history;
    WatchSession m_watching;
    std::unique_ptr<MainWindow> m_window;
};

void shootEmpty(const QString &folder)
{
    Scene scene(folder);
    scene.shoot(QStringLiteral("empty"));
}

void shootCheck(const QString &folder, const QString &prefix)
{
    Scene scene(folder);
    scene.importList();
    scene.shoot(prefix + QStringLiteral("imported"));
    scene.checkUntilHeld();
    scene.shoot(prefix + QStringLiteral("running"));
    scene.finish();
    scene.sortBy(columnOf(ResultColumn::Outcome));
    scene.selectRow(1);
    scene.shoot(prefix + QStringLiteral("finished"));
    scene.filter(QStringLiteral("team"));
    scene.shoot(prefix + QStringLiteral("filtered"));
}

void shootLists(const QString &folder, const QString &prefix)
{
    Scene scene(folder);
    scene.nameList(QStringLiteral("Production"));
    scene.importTaggedList();
    scene.checkUntilHeld();
    scene.finish();
    scene.makeList(QStringLiteral("Docs"));
    scene.importList();
    scene.makeList(QStringLiteral("Customers"));
    scene.chooseList(0);
    scene.beginToAdd();
    scene.shoot(prefix + QStringLiteral("lists"));
    scene.selectRow(0);
    scene.shootEntry(prefix + QStringLiteral("edit-url"));
    scene.shootStatus(prefix + QStringLiteral("status-overview"));
    scene.shootPreview(prefix + QStringLiteral("import-preview"));
    scene.shootSettings(prefix + QStringLiteral("settings"));
}

// A check that the program's end broke off.
void leaveACheck(Store &store, const QString &)
{
    store.loadLists();
    QList<StoredEntry> entries;
    QList<qint64> ids;
    constexpr qint64 urls = 10'000;
    constexpr qint64 left = 1'204;
    for (qint64 id = 1; id <= urls; ++id) {
        entries.append(StoredEntry(id, UrlEntry("https://www.example.com/" + QByteArray::number(id))));
        if (id <= left)
            ids.append(id);
    }
    store.addEntries(entries);
    store.beginCheck(StoredList::firstId, ids, urls);
}

/// A call of one of the sites of which there is a past. The third one has a bad day every now and then.
CheckResult callAt(const QByteArray &url, int site, const QDateTime &at, QRandomGenerator &random)
{
    constexpr double pi = 3.14159265;
    constexpr double night = 40;
    constexpr double noise = 60;
    const double base = 90.0 + 45.0 * site;
    const double day = std::sin((at.time().hour() - 6) / 12.0 * pi);
    const bool isSlow = site == 2 && at.date().day() % 9 == 4;
    const double time =
        (base + night * day + noise * std::pow(random.generateDouble(), 4)) * (isSlow ? 2.5 : 1);
    const qint64 daysAgo = at.daysTo(QDateTime::currentDateTimeUtc());
    const bool isDown = site == 2 && (daysAgo == 3 || daysAgo == 19) && at.time().hour() >= 9 &&
                        at.time().hour() < (daysAgo == 3 ? 11 : 17);
    CheckResult result;
    result.url = url;
    result.outcome = isDown ? Outcome::Failed : Outcome::Ok;
    result.attempts = 1;
    result.startedAt = at;
    FetchResult &fetch = result.fetch;
    fetch.finalUrl = url;
    fetch.contentType = "text/html; charset=utf-8";
    fetch.error = isDown ? ErrorKind::ConnectionRefused : ErrorKind::None;
    if (isDown)
        return result;
    fetch.status = 200;
    fetch.bodyBytes = 14'000 + 3'000 * site;
    fetch.times.firstByte = std::chrono::microseconds(qint64(time * 900));
    fetch.times.total = std::chrono::microseconds(qint64(time * 1000));
    return result;
}

// Two checks of the list, an hour apart, between which something went wrong.
void rememberTwoChecks(HistoryFile &file, QList<CheckResult> results, const QDateTime &now)
{
    constexpr int anHour = 3600;
    for (const bool isSecond : {false, true}) {
        const QDateTime began = now.addSecs(isSecond ? -anHour : -2 * anHour);
        if (isSecond) {
            results[0].fetch.times.total = *results.at(0).fetch.times.total * 6;
            results[1].fetch.bodyBytes = 3'120;
            results[3].outcome = Outcome::Failed;
            results[3].fetch = FetchResult();
            results[3].fetch.error = ErrorKind::Timeout;
            results[4].fetch.finalUrl = "https://docs.example.org/guide/2027/";
            results[5].fetch.pageTitle = QStringLiteral("Some systems are slow");
        }
        CheckProgress counts;
        counts.total = results.size();
        QList<HistoryResult> kept;
        for (CheckResult &result : results) {
            result.startedAt = began;
            counts.count(result.outcome);
            kept.append(HistoryResult(kept.size(), result));
        }
        RunStart start(RunKind::Window, QStringLiteral("My URLs"), began, results.size());
        start.listId = StoredList::firstId;
        qint64 run = 0;
        file.beginRun(start, run);
        file.addResults(run, began, kept);
        file.endRun(run, began.addSecs(2), counts);
    }
}

// A month in which six sites were checked every quarter of an hour.
void rememberAMonth(Store &store, const QString &path)
{
    constexpr int days = 30;
    constexpr int quarters = 96;
    const QByteArrayList urls = {"https://www.example.com/",       "https://www.example.com/prices",
                                 "https://shop.example.com/cart",  "https://shop.example.com/search?q=lamp",
                                 "https://docs.example.org/guide", "https://status.example.net/"};
    QRandomGenerator random(7);
    HistoryFile file(path);
    file.open();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int day = days; day >= 0; --day) {
        QList<CheckResult> results;
        for (int quarter = 0; quarter < quarters; ++quarter) {
            const QDateTime at =
                QDateTime(now.date().addDays(-day), QTime(0, 0), Qt::UTC).addSecs(quarter * 900);
            for (int site = 0; site < urls.size() && at < now; ++site)
                results.append(callAt(urls.at(site), site, at, random));
        }
        addRun(file, results.constFirst().startedAt.value(), results);
    }
    QList<CheckResult> results;
    for (int site = 0; site < urls.size(); ++site)
        results.append(callAt(urls.at(site), site, now, random));
    results[5].fetch.pageTitle = QStringLiteral("All systems work");
    rememberTwoChecks(file, results, now);
    keepInOrder(file, now);
    store.loadLists();
    QList<StoredEntry> entries;
    for (int site = 0; site < urls.size(); ++site) {
        StoredEntry entry(site + 1, UrlEntry(urls.at(site)));
        entry.lastResult = std::make_shared<CheckResult>(results.at(site));
        entries.append(entry);
    }
    store.addEntries(entries);
}

void shootHistory(const QString &folder, const QString &prefix)
{
    Scene scene(folder, rememberAMonth);
    scene.showHistoryColumns();
    scene.showPast(2, "historyPeriod7");
    scene.shoot(prefix + QStringLiteral("history"));
    scene.shootComparison(prefix + QStringLiteral("compare-runs"));
    scene.shootIncidents(prefix + QStringLiteral("incidents"));
}

void shootWatch(const QString &folder, const QString &prefix)
{
    Scene scene(folder);
    scene.nameList(QStringLiteral("Production"));
    scene.importList();
    scene.watch();
    scene.sortBy(columnOf(ResultColumn::Outcome));
    scene.selectRow(1);
    scene.shoot(prefix + QStringLiteral("watching"));
    scene.shootSchedule(prefix + QStringLiteral("schedule"));
    scene.shootAlerts(prefix + QStringLiteral("alerts"));
}

void shootInterrupted(const QString &folder)
{
    Scene scene(folder, leaveACheck);
    scene.shoot(QStringLiteral("interrupted"));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("rollcall"));
    QCoreApplication::setApplicationName(QStringLiteral("rollcall-screenshots"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2 || !QDir().mkpath(arguments.at(1))) {
        QTextStream(stderr) << "usage: rollcall-screenshots FOLDER" << Qt::endl;
        return 2;
    }
    const QString &folder = arguments.at(1);
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());

    const QPalette light = QApplication::palette();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    installTranslations(application, QLocale());
    shootEmpty(folder);
    shootCheck(folder, {});
    shootLists(folder, {});
    shootHistory(folder, {});
    shootWatch(folder, {});
    shootInterrupted(folder);
    QApplication::setPalette(darkPalette());
    shootCheck(folder, QStringLiteral("dark-"));
    shootLists(folder, QStringLiteral("dark-"));
    shootHistory(folder, QStringLiteral("dark-"));
    QApplication::setPalette(light);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    installTranslations(application, QLocale());
    shootCheck(folder, QStringLiteral("german-"));
    shootLists(folder, QStringLiteral("german-"));
    shootHistory(folder, QStringLiteral("german-"));
    return 0;
}
