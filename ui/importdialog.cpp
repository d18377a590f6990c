// SPDX-License-Identifier: MIT
#include "ui/importdialog.h"

#include "ui/format.h"
#include "ui/importsummary.h"
#include "ui/rowtable.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace rollcall {

namespace {

constexpr int exampleCharacters = 40;

/// "url", or "Column 2 (https://example.com/)" where the columns have no names.
QString columnName(const TableLayout &table, qsizetype column)
{
    const QString first = table.firstRecords.value(0).value(column).simplified();
    if (table.columns.hasHeader && !first.isEmpty())
        return first.left(exampleCharacters);
    return ImportDialog::tr("Column %1 (%2)").arg(column + 1).arg(first.left(exampleCharacters));
}

} // namespace

ImportDialog::ImportDialog(QList<ImportSource> sources, ImportTarget target, const QString &listName,
                           QWidget *parent)
    : QDialog(parent),
      m_sources(std::move(sources)),
      m_target(std::move(target)),
      m_format(new QLabel),
      m_columnLabel(new QLabel(tr("&Column of URLs:"))),
      m_column(new QComboBox),
      m_filter(new QLineEdit),
      m_fate(new QComboBox),
      m_summary(new QLabel),
      m_progress(new QProgressBar),
      m_add(new QPushButton(tr("&Add to “%1”").arg(menuText(listName)))),
      m_newList(new QPushButton(tr("Make a &new list"))),
      m_queue(*this)
{
    setWindowTitle(tr("Import %1").arg(sourceTitle()));
    setObjectName(QStringLiteral("importDialog"));
    makeLayout();
    showColumns(std::nullopt);
    updateButtons();
    resize(760, 480);

    connect(m_filter, &QLineEdit::textChanged, this, &ImportDialog::applyFilter);
    connect(m_fate, &QComboBox::currentIndexChanged, this, &ImportDialog::applyFilter);
    connect(m_column, &QComboBox::currentIndexChanged, this, [this](int column) {
        m_choices.urlColumn = column;
        read();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT addWanted(m_model.outcome());
        accept();
    });
    connect(m_newList, &QPushButton::clicked, this, &ImportDialog::makeNewList);
}

QTableView *ImportDialog::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("importLines"));
    table->setAccessibleName(tr("Lines that were read"));
    table->setModel(&m_model);
    showPlainRows(*table);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const int character = fontMetrics().averageCharWidth();
    table->setColumnWidth(ImportPreviewModel::FateColumn, 16 * character);
    table->setColumnWidth(ImportPreviewModel::LineColumn, 10 * character);
    table->setColumnWidth(ImportPreviewModel::TextColumn, 52 * character);
    return table;
}

void ImportDialog::makeLayout()
{
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Reading"));
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_newList, QDialogButtonBox::ActionRole);
    buttons->addButton(m_add, QDialogButtonBox::ActionRole);
    m_add->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeChoices());
    layout->addWidget(makeTable(), 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
}

QWidget *ImportDialog::makeChoices()
{
    m_format->setObjectName(QStringLiteral("importFormat"));
    m_column->setObjectName(QStringLiteral("importColumn"));
    m_columnLabel->setBuddy(m_column);
    m_filter->setObjectName(QStringLiteral("importFilter"));
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_fate->setObjectName(QStringLiteral("importFate"));
    m_fate->setAccessibleName(tr("Lines to show"));
    m_fate->addItem(tr("All lines"));
    for (const auto fate : {ImportPreviewModel::Fate::New, ImportPreviewModel::Fate::Known,
                            ImportPreviewModel::Fate::Duplicate, ImportPreviewModel::Fate::Rejected})
        m_fate->addItem(fateWord(fate), int(fate));

    auto *choices = new QWidget;
    auto *layout = new QHBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_format);
    layout->addWidget(m_columnLabel);
    layout->addWidget(m_column);
    layout->addStretch(1);
    layout->addWidget(m_filter, 2);
    layout->addWidget(m_fate);
    return choices;
}

QString ImportDialog::sourceTitle() const
{
    if (m_sources.size() == 1)
        return QFileInfo(m_sources.first().name).fileName();
    return tr("%1 list(s)", nullptr, pluralNumber(m_sources.size())).arg(formatCount(m_sources.size()));
}

void ImportDialog::read()
{
    ++m_readings;
    updateButtons();
    m_queue.run(
        [sources = m_sources, target = m_target, choices = m_choices] {
            ImportOutcome outcome = readSources(sources, target.entries, choices);
            outcome.listId = target.listId;
            return outcome;
        },
        [this](const ImportOutcome &outcome) {
            if (--m_readings > 0)
                return;
            if (m_isClosed)
                deleteLater();
            else
                showOutcome(outcome);
        });
}

void ImportDialog::showOutcome(const ImportOutcome &outcome)
{
    m_model.show(outcome);
    m_format->setText(outcome.formatName.isEmpty() ? QString()
                                                   : tr("Read as: %1").arg(formatWord(outcome.formatName)));
    showColumns(outcome.table);
    m_summary->setText(importPreviewSummary(outcome));
    updateButtons();
}

void ImportDialog::showColumns(const std::optional<TableLayout> &table)
{
    const QSignalBlocker blocker(m_column);
    m_column->clear();
    for (qsizetype column = 0; table && column < table->columnCount(); ++column)
        m_column->addItem(columnName(*table, column));
    m_column->setCurrentIndex(table ? int(table->columns.url) : -1);
    m_columnLabel->setVisible(table.has_value());
    m_column->setVisible(table.has_value());
}

void ImportDialog::applyFilter()
{
    std::optional<ImportPreviewModel::Fate> fate;
    if (const QVariant chosen = m_fate->currentData(); chosen.isValid())
        fate = ImportPreviewModel::Fate(chosen.toInt());
    m_model.setFilter(m_filter->text(), fate);
}

void ImportDialog::updateButtons()
{
    const bool isReading = m_readings > 0;
    const ImportOutcome &outcome = m_model.outcome();
    m_progress->setVisible(isReading);
    m_add->setEnabled(!isReading && !outcome.added.isEmpty());
    m_newList->setEnabled(!isReading && !(outcome.added.isEmpty() && outcome.known.isEmpty()));
}

void ImportDialog::makeNewList()
{
    const QString name = m_sources.size() == 1 && !m_sources.first().text
                             ? QFileInfo(m_sources.first().name).completeBaseName()
                             : tr("New list");
    Q_EMIT newListWanted(m_model.outcome(), name);
    accept();
}

// What is being read is read to its end, out of sight: the window need not wait for it.
void ImportDialog::done(int result)
{
    QDialog::done(result);
    m_isClosed = true;
    if (m_readings == 0)
        deleteLater();
}

} // namespace rollcall
