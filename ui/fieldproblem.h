// SPDX-License-Identifier: MIT
// Why what a person entered cannot be taken.
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace rollcall {

struct FieldProblem {
    FieldProblem() = default;
    FieldProblem(QWidget *where, QString what) : field(where), sentence(std::move(what)) {}

    QWidget *field = nullptr; ///< where it was entered
    QString sentence;         ///< says what to do; translated
};

} // namespace rollcall
