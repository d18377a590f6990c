// SPDX-License-Identifier: MIT
#include "ui/incidentsdialog.h"

#include "core/history/history.h"
#include "ui/format.h"
#include "ui/rowtable.h"
#include "ui/wording.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace rollcall {

namespace {

constexpr qsizetype urlsAtOnce = 100;
constexpr int resultsOfEach = 300; ///< where no watch has noted incidents

} // namespace

IncidentsDialog::IncidentsDialog(History &history, QByteArrayList urls, const QString &listName,
                                 QWidget *parent)
    : QDialog(parent),
      m_history(history),
      m_urls(std::move(urls)),
      m_period(new QComboBox),
      m_text(new QLineEdit),
      m_table(new QTableView),
      m_summary(new QLabel),
      m_showInTable(new QPushButton(tr("&Show in table")))
{
    setWindowTitle(tr("Incidents of “%1”").arg(listName));
    setObjectName(QStringLiteral("incidentsDialog"));
    m_shown.setSourceModel(&m_model);
    m_shown.setSortRole(IncidentModel::SortRole);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    makeTable();
    makeLayout();
    resize(820, 480);
    connect(m_text, &QLineEdit::textChanged, &m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_period, &QComboBox::currentIndexChanged, this, &IncidentsDialog::begin);
    connect(m_showInTable, &QPushButton::clicked, this, &IncidentsDialog::showInTable);
    connect(m_table, &QAbstractItemView::activated, this, &IncidentsDialog::showInTable);
    const auto followSelection = [this] {
        m_showInTable->setEnabled(m_table->selectionModel()->hasSelection());
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, followSelection);
    connect(&m_model, &QAbstractItemModel::modelReset, this, followSelection);
    followSelection();
    begin();
}

void IncidentsDialog::makeLayout()
{
    m_text->setObjectName(QStringLiteral("incidentFilter"));
    m_text->setPlaceholderText(tr("Filter…"));
    m_text->setAccessibleName(tr("Filter"));
    m_text->setClearButtonEnabled(true);
    m_period->setObjectName(QStringLiteral("incidentPeriod"));
    m_period->setAccessibleName(tr("Period"));
    m_period->setToolTip(
        tr("A watch notes incidents as they happen. Of a URL that no watch has noted any of, "
           "they are told from its last %1 results.")
            .arg(formatCount(resultsOfEach)));
    m_period->addItem(tr("24 hours"), 1);
    m_period->addItem(tr("7 days"), 7);
    m_period->addItem(tr("30 days"), 30);
    m_period->addItem(tr("365 days"), 365);
    m_period->setCurrentIndex(1);
    m_summary->setObjectName(QStringLiteral("incidentSummary"));
    m_summary->setAccessibleName(tr("Summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_showInTable->setToolTip(tr("Select the URL of the incident in the table of the list"));
    m_showInTable->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_showInTable, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in the filter must not close
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_text, 1);
    choices->addWidget(m_period);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
}

void IncidentsDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("incidentsOfTheList"));
    m_table->setAccessibleName(tr("Incidents"));
    m_table->setModel(&m_shown);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(IncidentModel::BeganColumn, Qt::DescendingOrder);
    showPlainRows(*m_table);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(IncidentModel::BeganColumn, 24 * character);
    m_table->setColumnWidth(IncidentModel::LastedColumn, 28 * character);
    m_table->setColumnWidth(IncidentModel::UrlColumn, 48 * character);
    auto *copy = new QAction(tr("&Copy rows"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &IncidentsDialog::copyRows);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void IncidentsDialog::showInTable()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        Q_EMIT urlWanted(rows.first().data(IncidentModel::UrlRole).toByteArray());
}

void IncidentsDialog::copyRows()
{
    QStringList lines;
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        if (!m_table->selectionModel()->isRowSelected(row))
            continue;
        QStringList cells;
        for (int column = 0; column < IncidentModel::ColumnCount; ++column)
            cells.append(m_shown.index(row, column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void IncidentsDialog::begin()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_range = TimeRange(now.addDays(-m_period->currentData().toInt()), now.addMSecs(1));
    ++m_round;
    m_asked = 0;
    m_model.clear();
    askForNext();
}

void IncidentsDialog::askForNext()
{
    const QByteArrayList urls = m_urls.mid(m_asked, urlsAtOnce);
    showSummary(!urls.isEmpty());
    m_asked += urls.size();
    if (urls.isEmpty())
        return;
    m_history.ask(
        this,
        [urls, range = m_range](HistoryFile &file) {
            return readIncidents(file, urls, range, resultsOfEach);
        },
        [this, round = m_round](const Answer<QList<Incident>> &answer) {
            if (round != m_round)
                return;
            if (const auto *problem = std::get_if<StoreProblem>(&answer))
                return m_summary->setText(historyProblemSentence(*problem));
            m_model.add(std::get<QList<Incident>>(answer), m_range.to);
            askForNext();
        });
}

void IncidentsDialog::showSummary(bool isReading)
{
    const qint64 count = m_model.rowCount();
    if (isReading)
        m_summary->setText(tr("Reading the history: %1 of %2 URLs so far.")
                               .arg(formatCount(m_asked), formatCount(m_urls.size())));
    else if (count == 0)
        m_summary->setText(tr("No incident in this time."));
    else if (m_model.lasting() == 0)
        m_summary->setText(tr("%1 incident(s).", nullptr, pluralNumber(count)).arg(formatCount(count)));
    else
        m_summary->setText(tr("%1 incident(s), %2 not over yet.", nullptr, pluralNumber(count))
                               .arg(formatCount(count), formatCount(m_model.lasting())));
}

} // namespace rollcall
