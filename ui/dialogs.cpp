// SPDX-License-Identifier: MIT
#include "ui/dialogs.h"

#include "ui/exportreport.h"
#include "ui/symbolicon.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>

namespace rollcall {

namespace {

class Dialogs
{
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

} // namespace

QFileDialog *makeImportDialog(QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, Dialogs::tr("Import URL lists"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    return dialog;
}

QFileDialog *makeExportDialog(QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, Dialogs::tr("Export results"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(reportNameFilters());
    const auto useSuffix = [dialog](const QString &nameFilter) {
        dialog->setDefaultSuffix(QString::fromLatin1(formatOfFilter(nameFilter).suffix));
    };
    useSuffix(dialog->selectedNameFilter());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, useSuffix);
    return dialog;
}

QDialog *makeAboutBox(QWidget *parent)
{
    const QString text = Dialogs::tr("Rollcall %1\n\nChecks a list of URLs at once and shows who answers.\n\n"
                                     "Free software under the MIT licence.")
                             .arg(QStringLiteral(ROLLCALL_VERSION));
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, Dialogs::tr("About Rollcall"), text, QMessageBox::Close, parent);
    box->setIconPixmap(applicationIcon().pixmap(64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    return box;
}

} // namespace rollcall
