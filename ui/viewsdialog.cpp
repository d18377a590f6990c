// SPDX-License-Identifier: MIT
#include "ui/viewsdialog.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace rollcall {

ViewsDialog::ViewsDialog(QSettings &settings, QWidget *parent)
    : QDialog(parent),
      m_settings(settings),
      m_views(savedViews(settings)),
      m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Saved views"));
    m_list->setAccessibleName(tr("Saved views"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    for (const SavedView &view : std::as_const(m_views)) {
        auto *item = new QListWidgetItem(view.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::ActionRole);
    m_remove = buttons->addButton(tr("&Delete"), QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QPushButton::clicked, this, &ViewsDialog::remove);
    connect(m_list, &QListWidget::itemChanged, this, &ViewsDialog::rename);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_rename->setEnabled(row >= 0);
        m_remove->setEnabled(row >= 0);
    });
    m_list->setCurrentRow(0);
}

/// Two views of the same name could not be told apart: such a name is not taken.
void ViewsDialog::rename(const QListWidgetItem *item)
{
    SavedView &view = m_views[m_list->row(item)];
    const QString name = item->text().trimmed();
    const bool isTaken = std::ranges::any_of(
        m_views, [&](const SavedView &other) { return &other != &view && other.name == name; });
    if (!name.isEmpty() && !isTaken)
        view.name = name;
    const QSignalBlocker quiet(m_list);
    m_list->item(m_list->row(item))->setText(view.name);
    saveViews(m_settings, m_views);
}

void ViewsDialog::remove()
{
    const int row = m_list->currentRow();
    m_views.removeAt(row);
    delete m_list->takeItem(row);
    saveViews(m_settings, m_views);
}

} // namespace rollcall
