// SPDX-License-Identifier: MIT
#include "ui/exporter.h"

#include "ui/copyrows.h"
#include "ui/dialogs.h"
#include "ui/exportreport.h"
#include "ui/format.h"
#include "ui/messagebar.h"
#include "ui/resultview.h"

#include <QFileDialog>
#include <QMenu>

namespace rollcall {

Exporter::Exporter(ResultFilterModel &model, ResultView &view, MessageBar &messages, QWidget &window)
    : QObject(&window),
      m_model(model),
      m_view(view),
      m_messages(messages),
      m_window(window),
      m_queue(*this)
{
    makeMenu(window);
}

void Exporter::makeMenu(QWidget &window)
{
    m_menu = new QMenu(tr("E&xport only"), &window);
    const auto add = [this](const QString &text, ExportedRows rows) {
        QAction *action = m_menu->addAction(text);
        connect(action, &QAction::triggered, this, [this, rows] { chooseFile(rows); });
        return action;
    };
    add(tr("&All rows…"), ExportedRows::All);
    add(tr("The rows &shown…"), ExportedRows::Shown);
    QAction *selected = add(tr("S&elected rows…"), ExportedRows::Selected);
    m_menu->addSeparator();
    m_shownColumns = m_menu->addAction(tr("With the &columns shown only"));
    m_shownColumns->setCheckable(true);
    m_shownColumns->setToolTip(tr("Concerns tables: CSV, Excel and Markdown"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, selected,
            [this, selected] { selected->setEnabled(m_view.selectionModel()->hasSelection()); });
}

void Exporter::chooseFile(ExportedRows rows)
{
    QFileDialog *dialog = makeExportDialog(&m_window);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, rows](const QString &path) {
        exportTo(path, dialog->selectedNameFilter(), rows);
    });
    dialog->open();
}

void Exporter::exportTo(const QString &path, const QString &nameFilter, ExportedRows rows)
{
    const ReportFormat &format = formatFor(path, nameFilter);
    std::vector<ResultRow> chosen;
    switch (rows) {
    case ExportedRows::All:
        chosen = m_model.source().snapshot();
        break;
    case ExportedRows::Shown:
        chosen = m_model.shownRows();
        break;
    case ExportedRows::Selected:
        chosen = m_view.selectedResults();
        break;
    }
    ReportOptions options;
    if (m_shownColumns->isChecked())
        options.columns = reportColumnNames(m_view.shownColumns());
    const auto count = qint64(chosen.size());
    m_queue.run([path, &format, options,
                 chosen = std::move(chosen)] { return exportReport(path, format, options, chosen); },
                [this, path, count](const QString &failure) {
                    if (failure.isEmpty()) {
                        m_messages.say(MessageBar::Kind::Information,
                                       tr("%1 row(s) exported to %2.", nullptr, pluralNumber(count))
                                           .arg(formatCount(count), path));
                    } else {
                        m_messages.say(MessageBar::Kind::Problem,
                                       tr("Nothing was exported. %1").arg(failure));
                    }
                });
}

} // namespace rollcall
