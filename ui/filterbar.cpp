// SPDX-License-Identifier: MIT
#include "ui/filterbar.h"

#include "ui/format.h"
#include "ui/symbolicon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace rollcall {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent),
      m_text(new QLineEdit),
      m_column(new QComboBox),
      m_expression(new QToolButton),
      m_error(new QLabel),
      m_counts(new QLabel)
{
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setPlaceholderText(tr("Filter…"));
    m_text->setAccessibleName(tr("Filter"));
    m_text->setToolTip(tr("Shows only the rows that hold this text; Esc shows all"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(symbolIcon(QStringLiteral("filter"), Tone::Muted), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);

    m_column->setAccessibleName(tr("Column to filter"));
    m_column->setToolTip(tr("Where the text is looked for"));
    for (const ResultColumn column : RowFilter::searchableColumns())
        m_column->addItem(tr("in: %1").arg(columnHeader(resultColumn(column))), columnOf(column));
    m_column->addItem(tr("in: any column"));

    m_expression->setText(QStringLiteral(".*"));
    m_expression->setCheckable(true);
    m_expression->setAutoRaise(true);
    m_expression->setAccessibleName(tr("Regular expression"));
    m_expression->setToolTip(tr("Read the text as a regular expression"));

    QPalette alarmed = m_error->palette();
    alarmed.setColor(QPalette::WindowText, toneColor(Tone::Failed, alarmed));
    m_error->setPalette(alarmed);
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    m_counts->setObjectName(QStringLiteral("filterCounts"));
    m_counts->setTextFormat(Qt::PlainText);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(m_text, 2);
    layout->addWidget(m_column);
    layout->addWidget(m_expression);
    layout->addWidget(m_error, 1);
    layout->addStretch(1);
    layout->addWidget(m_counts);

    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::apply);
    connect(m_column, &QComboBox::currentIndexChanged, this, &FilterBar::apply);
    connect(m_expression, &QToolButton::toggled, this, &FilterBar::apply);
}

void FilterBar::setFilter(const RowFilter &filter)
{
    {
        const QSignalBlocker quietText(m_text);
        const QSignalBlocker quietColumn(m_column);
        const QSignalBlocker quietExpression(m_expression);
        m_text->setText(filter.text());
        const int anyColumn = m_column->count() - 1;
        m_column->setCurrentIndex(filter.column() ? m_column->findData(columnOf(*filter.column()))
                                                  : anyColumn);
        m_expression->setChecked(filter.isRegularExpression());
    }
    apply();
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::setCounts(qsizetype shown, qsizetype total)
{
    m_counts->setText(tr("%1 of %2 shown").arg(formatCount(shown), formatCount(total)));
    m_counts->setVisible(shown != total);
}

void FilterBar::apply()
{
    const QVariant column = m_column->currentData();
    const RowFilter filter(m_text->text(),
                           column.isValid() ? std::optional(ResultColumn(column.toInt())) : std::nullopt,
                           m_expression->isChecked());
    const QString error = filter.error();
    m_error->setText(error.isEmpty() ? QString() : tr("No regular expression: %1").arg(error));
    m_error->setVisible(!error.isEmpty());
    if (!error.isEmpty())
        return;
    m_filter = filter;
    Q_EMIT filterChanged(filter);
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool leaves =
        key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool isPlain = static_cast<QKeyEvent *>(event)->modifiers().testFlag(Qt::ControlModifier) == false;
    if (!leaves || !isPlain)
        return QWidget::eventFilter(watched, event);
    // Here Escape is not the window's "Stop".
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (key == Qt::Key_Escape)
            m_text->clear();
        Q_EMIT left();
    }
    return true;
}

} // namespace rollcall
