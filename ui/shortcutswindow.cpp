// SPDX-License-Identifier: MIT
#include "ui/shortcutswindow.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rollcall {

ShortcutsWindow::ShortcutsWindow(const QList<ShortcutGroup> &groups, QWidget *parent)
    : QDialog(parent),
      m_list(new QTreeWidget)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *search = new QLineEdit;
    search->setObjectName(QStringLiteral("shortcutSearch"));
    search->setPlaceholderText(tr("Find a command or a key…"));
    search->setAccessibleName(tr("Find a command or a key"));
    search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("shortcuts"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    fill(groups);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search, &QLineEdit::textChanged, this, &ShortcutsWindow::showOnly);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    constexpr int lines = 32;
    constexpr int characters = 60;
    resize(characters * fontMetrics().averageCharWidth(), lines * fontMetrics().lineSpacing());
}

void ShortcutsWindow::fill(const QList<ShortcutGroup> &groups)
{
    QFont bold = font();
    bold.setBold(true);
    for (const ShortcutGroup &group : groups) {
        auto *title = new QTreeWidgetItem(m_list, {group.title});
        title->setFont(0, bold);
        title->setFirstColumnSpanned(true);
        for (const Shortcut &shortcut : group.shortcuts)
            new QTreeWidgetItem(title, {shortcut.command, shortcut.keys});
    }
    m_list->expandAll();
    m_list->resizeColumnToContents(0);
}

void ShortcutsWindow::showOnly(const QString &text)
{
    for (int g = 0; g < m_list->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_list->topLevelItem(g);
        bool hasShown = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *item = group->child(i);
            const bool isShown = item->text(0).contains(text, Qt::CaseInsensitive) ||
                                 item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!isShown);
            hasShown = hasShown || isShown;
        }
        group->setHidden(!hasShown);
    }
}

void showShortcuts(QMainWindow &window)
{
    delete window.findChild<ShortcutsWindow *>(); // the commands may have other keys by now
    auto *page = new ShortcutsWindow(shortcutsOf(window), &window);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->show();
}

} // namespace rollcall
