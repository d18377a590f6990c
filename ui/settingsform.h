// SPDX-License-Identifier: MIT
// A form in which each field has a name, a help text, and a line below it that says what is wrong with it.
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QFormLayout;
QT_END_NAMESPACE

namespace rollcall {

class ProblemLine;

/// What a person reads about a field.
struct FieldText {
    QString name;
    QString help; ///< what it does, its range and its usual value
};

/// The rows of one page of settings. Whoever adds a field says how it is judged.
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    /// Answers with what is wrong with a field's content and what it takes instead; empty: nothing is wrong.
    using Judge = std::function<QString()>;

    explicit SettingsForm(QWidget *parent = nullptr);

    /// Adds a row. \a field gets \a objectName, its texts, and its place in the tab order.
    void addField(const char *objectName, const FieldText &text, QWidget *field, Judge judge = {});
    /// A row without a name in front: a check box says it itself.
    void addSwitch(const char *objectName, QWidget *field, const QString &help);
    /// A line that warns, to be shown when there is reason to; its label gets \a objectName.
    QWidget *addWarning(const char *objectName, const QString &text);

    /// Judges all fields anew, says at each what is wrong with it, and answers with the first of those, or
    /// null.
    QWidget *judge();

private:
    struct Row {
        QWidget *field;
        QString help;
        Judge judge;
        ProblemLine *problemLine;
    };

    void showProblem(const Row &row, const QString &problem);

    QFormLayout *m_layout;
    std::vector<Row> m_rows;
};

} // namespace rollcall
