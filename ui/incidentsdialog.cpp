// SPDX-License-Identifier: MIT
#include "ui/incidentsdialog.h"

#include "core/history/history.h"
#include "ui/format.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
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
      m_summary(new QLabel)
{
    setWindowTitle(tr("Incidents of “%1”").arg(listName));
    setObjectName(QStringLiteral("incidentsDialog"));
    m_shown.setSourceModel(&m_model);
    m_shown.setSortRole(IncidentModel::SortRole);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    makeLayout();
    resize(820, 480);
    connect(m_text, &QLineEdit::textChanged, &m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_period, &QComboBox::currentIndexChanged, this, &IncidentsDialog::begin);
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
    m_period->addItem(tr("24 hours"), 1);
    m_period->addItem(tr("7 days"), 7);
    m_period->addItem(tr("30 days"), 30);
    m_period->addItem(tr("365 days"), 365);
    m_period->setCurrentIndex(1);
    m_summary->setObjectName(QStringLiteral("incidentSummary"));
    m_summary->setAccessibleName(tr("Summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in the filter must not close
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *choices = new QHBoxLayout;
    choices->addWidget(m_text, 1);
    choices->addWidget(m_period);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(choices);
    layout->addWidget(makeTable(), 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
}

QTableView *IncidentsDialog::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("incidentsOfTheList"));
    table->setAccessibleName(tr("Incidents"));
    table->setModel(&m_shown);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSortingEnabled(true);
    table->sortByColumn(IncidentModel::BeganColumn, Qt::DescendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(0);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    table->setColumnWidth(IncidentModel::BeganColumn, 24 * character);
    table->setColumnWidth(IncidentModel::LastedColumn, 28 * character);
    table->setColumnWidth(IncidentModel::UrlColumn, 48 * character);
    return table;
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
    else
        m_summary->setText(tr("%1 incident(s), of which %2 go on.", nullptr, pluralNumber(count))
                               .arg(formatCount(count), formatCount(m_model.lasting())));
}

} // namespace rollcall
