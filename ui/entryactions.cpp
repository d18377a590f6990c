// SPDX-License-Identifier: MIT
#include "ui/entryactions.h"

#include "core/url/normalizeurl.h"
#include "ui/addline.h"
#include "ui/entrydialog.h"
#include "ui/format.h"
#include "ui/listdocument.h"
#include "ui/listimport.h"
#include "ui/listlibrary.h"
#include "ui/makeaction.h"
#include "ui/messagebar.h"
#include "ui/namelist.h"
#include "ui/resultview.h"
#include "ui/symbolicon.h"
#include "ui/wording.h"

#include <QAction>
#include <QInputDialog>
#include <QMainWindow>
#include <QMenu>
#include <QSet>

namespace rollcall {

namespace {

/// The tags that occur among \a rows' entries, in the order of the alphabet.
QStringList tagsOf(const ResultModel &rows, const QList<qint64> &ids)
{
    QSet<QString> tags;
    for (const qint64 id : ids) {
        if (const int row = rows.rowOf(id); row >= 0) {
            for (const QString &tag : rows.at(row).entry.details().tags)
                tags.insert(tag);
        }
    }
    QStringList sorted(tags.begin(), tags.end());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

} // namespace

EntryActions::EntryActions(const EntryTools &tools)
    : QObject(&tools.window),
      add(makeAction(tools.window, tr("&Add URL…"), tr("Type URLs to add to the list"), {Qt::Key_Insert})),
      editUrl(makeAction(tools.window, tr("&Edit URL"), tr("Change the URL of the current row in place"),
                         {Qt::Key_F2})),
      edit(makeAction(tools.window, tr("Edit &details…"),
                      tr("Change the name, tags and note of the current URL"), {Qt::ALT | Qt::Key_Return})),
      marks(new QMenu(tr("&Tags and state"), &tools.window)),
      moveTo(new QMenu(tr("&Move to list"), &tools.window)),
      copyTo(new QMenu(tr("Cop&y to list"), &tools.window)),
      m_tools(tools)
{
    add->setIcon(themeIcon(QStringLiteral("list-add"), QStringLiteral("add")));
    connect(add, &QAction::triggered, this, [this] { m_tools.addLine.begin(); });
    connect(&m_tools.addLine, &AddLine::entered, this, &EntryActions::addTyped);
    connect(&m_tools.addLine, &AddLine::left, this, [this] { m_tools.view.setFocus(Qt::OtherFocusReason); });
    connect(editUrl, &QAction::triggered, &m_tools.view, &ResultView::editUrl);
    connect(&m_tools.document.results(), &ResultModel::editWanted, this, &EntryActions::setUrl);
    connect(edit, &QAction::triggered, this, &EntryActions::editCurrent);
    connect(marks, &QMenu::aboutToShow, this, &EntryActions::fillMarks);
    connect(moveTo, &QMenu::aboutToShow, this, [this] { fillListMenu(*moveTo, true); });
    connect(copyTo, &QMenu::aboutToShow, this, [this] { fillListMenu(*copyTo, false); });
    auto *separator = new QAction(&m_tools.view);
    separator->setSeparator(true);
    m_tools.view.addActions(
        {separator, editUrl, edit, marks->menuAction(), moveTo->menuAction(), copyTo->menuAction()});
}

void EntryActions::fillInto(QMenu &menu, QAction *next) const
{
    menu.insertActions(next,
                       {add, editUrl, edit, marks->menuAction(), moveTo->menuAction(), copyTo->menuAction()});
    menu.insertSeparator(next);
}

void EntryActions::update(bool hasSelection)
{
    for (QAction *action : {editUrl, edit, marks->menuAction()})
        action->setEnabled(hasSelection);
    for (QMenu *menu : {moveTo, copyTo})
        menu->menuAction()->setEnabled(hasSelection && m_tools.library.model().rowCount() > 1);
}

void EntryActions::addTyped(const QString &text)
{
    const auto reading = normalizeUrl(text.trimmed());
    const auto *problem = std::get_if<UrlProblem>(&reading);
    const bool isSeveral = text.trimmed().contains(QLatin1Char(' '));
    if (problem && !isSeveral) {
        m_tools.message.say(MessageBar::Kind::Problem,
                            tr("“%1” was not added. %2").arg(text.trimmed(), problemSentence(*problem)));
        return;
    }
    m_tools.import.addText(problem ? text.simplified().replace(QLatin1Char(' '), QLatin1Char('\n')) : text);
    m_tools.addLine.clear();
}

void EntryActions::setUrl(qint64 id, const QString &text)
{
    const auto reading = normalizeUrl(text);
    if (const auto *problem = std::get_if<UrlProblem>(&reading)) {
        m_tools.message.say(
            MessageBar::Kind::Problem,
            tr("The URL stays as it was: “%1” is none. %2").arg(text, problemSentence(*problem)));
        return;
    }
    m_tools.document.setUrl(id, std::get<NormalizedUrl>(reading).url);
}

void EntryActions::editCurrent()
{
    const ResultRow *row = m_tools.view.currentRow();
    if (!row)
        return;
    auto *dialog = new EntryDialog(row->entry, &m_tools.window);
    connect(dialog, &EntryDialog::edited, this, [this, id = row->id](const UrlEntry &entry) {
        m_tools.document.changeDetails(
            {id}, [&entry](EntryDetails &details) { details = entry.details(); },
            tr("editing the details of a URL"));
        m_tools.document.setUrl(id, entry.url);
    });
    dialog->open();
}

void EntryActions::fillMarks()
{
    marks->clear();
    const QList<qint64> ids = m_tools.view.selectedIds();
    marks->addAction(tr("&Add a tag…"), this, &EntryActions::askForTag);
    for (const QString &tag : tagsOf(m_tools.document.results(), ids)) {
        QAction *remove = marks->addAction(tr("Remove the tag “%1”").arg(menuText(tag)));
        connect(remove, &QAction::triggered, this, [this, tag, count = ids.size()] {
            change([&tag](EntryDetails &details) { details.tags.removeAll(tag); },
                   tr("removing the tag “%2” from %1 URL(s)", nullptr, pluralNumber(count))
                       .arg(formatCount(count), tag));
        });
    }
    marks->addSeparator();
    marks->addAction(tr("&Enable"), this, [this] { setEnabled(true); })
        ->setToolTip(tr("Check them with the list"));
    marks->addAction(tr("&Disable"), this, [this] { setEnabled(false); })
        ->setToolTip(tr("Keep them, and leave them out when the list is checked"));
}

void EntryActions::askForTag()
{
    auto *dialog = new QInputDialog(&m_tools.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add a tag"));
    dialog->setLabelText(tr("Tag for the selected URLs:"));
    QStringList known = tagsOf(m_tools.document.results(), m_tools.document.ids());
    known.prepend(QString());
    dialog->setComboBoxItems(known);
    dialog->setComboBoxEditable(true);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QStringList tags = namesFromText(text);
        const qint64 count = m_tools.view.selectedIds().size();
        if (tags.isEmpty())
            return;
        change(
            [&tags](EntryDetails &details) {
                details.tags += tags;
                details.tags.removeDuplicates();
            },
            tr("tagging %1 URL(s) “%2”", nullptr, pluralNumber(count))
                .arg(formatCount(count), tags.join(QStringLiteral(", "))));
    });
    dialog->open();
}

void EntryActions::setEnabled(bool isEnabled)
{
    const qint64 count = m_tools.view.selectedIds().size();
    const QString text = isEnabled ? tr("enabling %1 URL(s)", nullptr, pluralNumber(count))
                                   : tr("disabling %1 URL(s)", nullptr, pluralNumber(count));
    change([isEnabled](EntryDetails &details) { details.isDisabled = !isEnabled; },
           text.arg(formatCount(count)));
}

void EntryActions::change(const std::function<void(EntryDetails &)> &change, const QString &text)
{
    m_tools.document.changeDetails(m_tools.view.selectedIds(), change, text);
}

void EntryActions::fillListMenu(QMenu &menu, bool isMove)
{
    menu.clear();
    for (const StoredList &list : m_tools.library.others()) {
        const QString name = shownName(list);
        QAction *action = menu.addAction(menuText(name));
        connect(action, &QAction::triggered, this, [this, isMove, id = list.id, name] {
            const QList<qint64> ids = m_tools.view.selectedIds();
            if (isMove)
                m_tools.document.moveTo(id, name, ids);
            else
                m_tools.document.copyTo(id, name, ids);
        });
    }
}

} // namespace rollcall
