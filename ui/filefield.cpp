// SPDX-License-Identifier: MIT
#include "ui/filefield.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace rollcall {

FileField::FileField(const QString &placeholder, QWidget *parent) : QWidget(parent), m_path(new QLineEdit)
{
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose a file"));
    m_path->setPlaceholderText(placeholder);
    m_path->setAccessibleName(tr("Path of the file"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_path, 1);
    layout->addWidget(choose);
    setFocusProxy(m_path);
    connect(m_path, &QLineEdit::textChanged, this, &FileField::changed);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Choose a file"), QFileInfo(path()).path());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &FileField::setPath);
        dialog->open();
    });
}

QString FileField::path() const
{
    return m_path->text().trimmed();
}

void FileField::setPath(const QString &path)
{
    m_path->setText(path);
}

QString FileField::problem() const
{
    const QFileInfo file(path());
    if (path().isEmpty() || (file.isFile() && file.isReadable()))
        return {};
    if (!file.exists())
        return tr("There is no file %1. Choose another one, or leave the field empty.").arg(path());
    return tr("%1 cannot be read. Choose another file, or leave the field empty.").arg(path());
}

} // namespace rollcall
