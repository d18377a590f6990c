// SPDX-License-Identifier: MIT
// What stands in the place of the table while the list is empty: what to do next, as sentence and buttons.
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace rollcall {

class EmptyPage : public QWidget
{
    Q_OBJECT
public:
    /// The buttons do what \a import and \a paste do.
    EmptyPage(QAction *import, QAction *paste, QWidget *parent = nullptr);

Q_SIGNALS:
    /// "Try the sample list" was clicked.
    void sampleWanted();
};

} // namespace rollcall
