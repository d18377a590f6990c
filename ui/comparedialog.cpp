// SPDX-License-Identifier: MIT
#include "ui/comparedialog.h"

#include "core/history/history.h"
#include "ui/differencewords.h"
#include "ui/exportdifference.h"
#include "ui/format.h"
#include "ui/rowtable.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace rollcall {

namespace {

/// How many runs are looked through for those that can be picked.
constexpr int mostOfferedRuns = 10'000;

QString runText(const StoredRun &run, bool withList)
{
    const CheckProgress &counts = run.counts;
    const QString failures = counts.failed == 0
                                 ? CompareDialog::tr("none failed")
                                 : CompareDialog::tr("%1 failed").arg(formatCount(counts.failed));
    const QString text = CompareDialog::tr("%1: %2 URL(s), %3", nullptr, pluralNumber(counts.total))
                             .arg(formatDateTime(run.start.began), formatCount(counts.total), failures);
    return withList ? CompareDialog::tr("%1, %2", "a list, and a run of it").arg(run.start.list, text) : text;
}

QString differenceSummary(const RunDifference &difference)
{
    QStringList parts;
    for (std::size_t i = 0; i < changeCount; ++i) {
        if (difference.counts.at(i) > 0)
            parts.append(CompareDialog::tr("%1: %2", "a change, and of how many URLs")
                             .arg(changeWord(Change(i)), formatCount(difference.counts.at(i))));
    }
    parts.append(CompareDialog::tr("Unchanged: %1").arg(formatCount(difference.unchanged)));
    if (difference.unknown > 0)
        parts.append(CompareDialog::tr("Not known: %1").arg(formatCount(difference.unknown)));
    return parts.join(QStringLiteral("   "));
}

QSpinBox *newPercentage(const char *name, const QString &says, double value)
{
    constexpr int most = 10'000;
    auto *box = new QSpinBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(says);
    box->setRange(0, most);
    box->setSuffix(CompareDialog::tr(" %"));
    box->setValue(int(value));
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

CompareDialog::CompareDialog(History &history, qint64 listId, const QString &listName, QWidget *parent)
    : QDialog(parent),
      m_history(history),
      m_listId(listId),
      m_shown(m_model),
      m_before(new QComboBox),
      m_after(new QComboBox),
      m_allLists(new QCheckBox(tr("Runs of &all lists"))),
      m_change(new QComboBox),
      m_text(new QLineEdit),
      m_size(
          newPercentage("sizePercent", tr("Bytes differ by more than"), DifferenceThresholds().sizePercent)),
      m_slower(
          newPercentage("slowerPercent", tr("Slower by more than"), DifferenceThresholds().slowerPercent)),
      m_summary(new QLabel),
      m_export(new QPushButton(tr("&Export…"))),
      m_queue(*this)
{
    setWindowTitle(tr("Compare runs"));
    setObjectName(QStringLiteral("compareDialog"));
    makeLayout(listName);
    showChoices(RunDifference());
    resize(920, 540);

    for (QComboBox *runs : {m_before, m_after})
        connect(runs, &QComboBox::activated, this, &CompareDialog::compare);
    for (QSpinBox *threshold : {m_size, m_slower})
        connect(threshold, &QSpinBox::valueChanged, this, &CompareDialog::compare);
    connect(m_allLists, &QCheckBox::toggled, this, &CompareDialog::showRuns);
    connect(m_text, &QLineEdit::textChanged, &m_shown, &DifferenceFilter::setText);
    connect(m_change, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant chosen = m_change->currentData();
        m_shown.setChange(chosen.isValid() ? std::optional(Change(chosen.toInt())) : std::nullopt);
    });
    connect(m_export, &QPushButton::clicked, this, &CompareDialog::chooseFile);
    askForRuns();
}

void CompareDialog::makeLayout(const QString &listName)
{
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setAccessibleName(tr("Summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_export->setToolTip(tr("Write every change to a file"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    m_export->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter in a field must not close
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeRuns(listName));
    layout->addWidget(makeFilters());
    layout->addWidget(makeTable(), 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
}

QWidget *CompareDialog::makeRuns(const QString &listName)
{
    auto *runs = new QWidget;
    auto *layout = new QGridLayout(runs);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [layout](int row, const QString &text, QComboBox *box, const char *name) {
        auto *label = new QLabel(text);
        label->setBuddy(box);
        box->setObjectName(QString::fromLatin1(name));
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        layout->addWidget(label, row, 0);
        layout->addWidget(box, row, 1);
    };
    add(0, tr("&Before:"), m_before, "runBefore");
    add(1, tr("&Now:"), m_after, "runAfter");
    m_allLists->setObjectName(QStringLiteral("runsOfAllLists"));
    m_allLists->setToolTip(tr("Otherwise those of “%1” are offered").arg(listName));
    layout->addWidget(m_allLists, 1, 2);
    layout->setColumnStretch(1, 1);
    return runs;
}

QWidget *CompareDialog::makeFilters()
{
    m_text->setObjectName(QStringLiteral("compareFilter"));
    m_text->setPlaceholderText(tr("Filter…"));
    m_text->setAccessibleName(tr("Filter"));
    m_text->setClearButtonEnabled(true);
    m_change->setObjectName(QStringLiteral("compareChange"));
    m_change->setAccessibleName(tr("Changes to show"));
    m_change->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_size->setToolTip(tr("From where on another size of the answer counts as a change"));
    m_slower->setToolTip(tr("From where on a longer time counts as a change, if it is 0.2 s at least"));
    auto *filters = new QWidget;
    auto *layout = new QHBoxLayout(filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_change);
    const auto add = [layout](const QString &text, QSpinBox *box) {
        auto *label = new QLabel(text);
        label->setBuddy(box);
        layout->addWidget(label);
        layout->addWidget(box);
    };
    add(tr("B&ytes differ by more than"), m_size);
    add(tr("&Slower by more than"), m_slower);
    return filters;
}

QTableView *CompareDialog::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("changes"));
    table->setAccessibleName(tr("Changes"));
    table->setModel(&m_shown);
    table->setSortingEnabled(true);
    table->sortByColumn(DifferenceModel::ChangeColumn, Qt::AscendingOrder);
    showPlainRows(*table);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    table->setColumnWidth(DifferenceModel::ChangeColumn, 27 * character);
    table->setColumnWidth(DifferenceModel::UrlColumn, 48 * character);
    table->setColumnWidth(DifferenceModel::BeforeColumn, 24 * character);
    return table;
}

void CompareDialog::askForRuns()
{
    say(tr("Reading the history…"));
    m_history.ask(
        this, [](HistoryFile &file) { return wholeRuns(file, mostOfferedRuns); },
        [this](const Answer<QList<StoredRun>> &answer) {
            if (const auto *problem = std::get_if<StoreProblem>(&answer))
                return say(historyProblemSentence(*problem));
            m_runs = std::get<QList<StoredRun>>(answer);
            showRuns();
        });
}

void CompareDialog::showRuns()
{
    const bool areOfAllLists = m_allLists->isChecked();
    QList<StoredRun> offered;
    std::ranges::copy_if(m_runs, std::back_inserter(offered),
                         [&](const StoredRun &run) { return areOfAllLists || run.start.listId == m_listId; });
    const auto pair = lastPair(offered);
    const auto fill = [&](QComboBox *box, qint64 chosen) {
        box->clear();
        for (const StoredRun &run : std::as_const(offered))
            box->addItem(runText(run, areOfAllLists), run.id);
        box->setCurrentIndex(box->findData(chosen));
    };
    fill(m_before, pair ? pair->first : 0);
    fill(m_after, pair ? pair->second : 0);
    compare();
}

void CompareDialog::compare()
{
    const int number = ++m_comparisons;
    if (m_before->count() < 2)
        return say(tr("There are no two runs to compare yet. Check the list to its end, and later once more: "
                      "then this shows what has changed in between."));
    if (m_before->currentIndex() < 0 || m_after->currentIndex() < 0)
        return say(tr("Choose two runs."));
    DifferenceThresholds thresholds;
    thresholds.sizePercent = m_size->value();
    thresholds.slowerPercent = m_slower->value();
    say(tr("Comparing…"));
    m_history.ask(
        this,
        [thresholds, before = m_before->currentData().toLongLong(),
         after = m_after->currentData().toLongLong()](HistoryFile &file) {
            return compareKeptRuns(file, before, after, thresholds);
        },
        [this, number](Answer<RunDifference> answer) {
            if (number != m_comparisons)
                return;
            if (const auto *problem = std::get_if<StoreProblem>(&answer))
                return say(historyProblemSentence(*problem));
            showDifference(std::get<RunDifference>(std::move(answer)));
        });
}

void CompareDialog::showDifference(RunDifference difference)
{
    showChoices(difference);
    m_summary->setText(differenceSummary(difference));
    m_export->setEnabled(true);
    m_model.show(std::move(difference));
}

// Each change that there is; the one that was chosen stays, also where there is none of it now.
void CompareDialog::showChoices(const RunDifference &difference)
{
    const QVariant chosen = m_change->currentData();
    const QSignalBlocker blocker(m_change);
    m_change->clear();
    m_change->addItem(tr("All changes"));
    for (std::size_t i = 0; i < changeCount; ++i) {
        const qsizetype count = difference.counts.at(i);
        if (count > 0 || (chosen.isValid() && chosen.toInt() == int(i)))
            m_change->addItem(tr("%1 (%2)", "a change, and of how many URLs")
                                  .arg(changeWord(Change(i)), formatCount(count)),
                              int(i));
    }
    m_change->setCurrentIndex(chosen.isValid() ? m_change->findData(chosen) : 0);
}

void CompareDialog::say(const QString &sentence)
{
    m_model.show(RunDifference());
    m_export->setEnabled(false);
    m_summary->setText(sentence);
}

void CompareDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export what changed"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(differenceNameFilters());
    const auto useSuffix = [dialog](const QString &nameFilter) {
        dialog->setDefaultSuffix(QString::fromLatin1(differenceFormatFor({}, nameFilter).suffix));
    };
    useSuffix(dialog->selectedNameFilter());
    connect(dialog, &QFileDialog::filterSelected, dialog, useSuffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog](const QString &path) { exportTo(path, dialog->selectedNameFilter()); });
    dialog->open();
}

void CompareDialog::exportTo(const QString &path, const QString &nameFilter)
{
    const DifferenceFormat &format = differenceFormatFor(path, nameFilter);
    m_queue.run([path, &format,
                 difference = m_model.difference()] { return exportDifference(path, format, difference); },
                [this, path](const QString &failure) {
                    m_summary->setText(failure.isEmpty() ? tr("Exported to %1.").arg(path)
                                                         : tr("Nothing was exported. %1").arg(failure));
                });
}

} // namespace rollcall
