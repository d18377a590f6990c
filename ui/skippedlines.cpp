// SPDX-License-Identifier: MIT
#include "ui/skippedlines.h"

#include "ui/format.h"
#include "ui/wording.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rollcall {

SkippedLinesWindow::SkippedLinesWindow(const QList<SkippedLine> &lines, qint64 total, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Skipped lines"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 420);

    auto *table = new QTreeWidget;
    table->setAccessibleName(tr("Skipped lines"));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setHeaderLabels({tr("Line"), tr("Text"), tr("Reason"), tr("Source")});
    QList<QTreeWidgetItem *> items;
    for (const SkippedLine &skipped : lines) {
        auto *item = new QTreeWidgetItem({formatCount(skipped.line.line), skipped.line.text,
                                          problemSentence(skipped.line.problem), skipped.sourceName});
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        for (int column = 1; column < item->columnCount(); ++column)
            item->setToolTip(column, item->text(column));
        items.append(item);
    }
    table->addTopLevelItems(items);
    table->setColumnWidth(1, 280);
    table->setColumnWidth(2, 240);
    table->resizeColumnToContents(0);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    if (const qint64 more = total - lines.size(); more > 0)
        layout->addWidget(
            new QLabel(tr("and %1 more line(s)", nullptr, pluralNumber(more)).arg(formatCount(more))));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    layout->addWidget(buttons);
}

} // namespace rollcall
