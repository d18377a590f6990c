// SPDX-License-Identifier: MIT
#include "ui/settingsform.h"

#include "ui/problemline.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rollcall {

namespace {

void describe(QWidget &field, const char *objectName, const QString &help)
{
    field.setObjectName(QLatin1String(objectName));
    field.setToolTip(help);
    field.setAccessibleDescription(help);
}

} // namespace

SettingsForm::SettingsForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void SettingsForm::addField(const char *objectName, const FieldText &text, QWidget *field, Judge judge)
{
    describe(*field, objectName, text.help);
    field->setAccessibleName(text.name);
    auto *box = new QWidget;
    auto *boxLayout = new QVBoxLayout(box);
    boxLayout->setContentsMargins(0, 0, 0, 0);
    boxLayout->setSpacing(2);
    boxLayout->addWidget(field);

    auto *problemLine = new ProblemLine;
    problemLine->setTextName(QLatin1String(objectName) + QStringLiteral("Problem"));
    problemLine->hide();
    boxLayout->addWidget(problemLine);

    auto *label = new QLabel(text.name);
    label->setBuddy(field);
    label->setToolTip(text.help);
    m_layout->addRow(label, box);
    m_rows.push_back({field, text.help, std::move(judge), problemLine});
}

void SettingsForm::addSwitch(const char *objectName, QWidget *field, const QString &help)
{
    describe(*field, objectName, help);
    m_layout->addRow(QString(), field);
}

QWidget *SettingsForm::addWarning(const char *objectName, const QString &text)
{
    auto *warning = new ProblemLine;
    warning->say(text);
    warning->setTextName(QLatin1String(objectName));
    m_layout->addRow(QString(), warning);
    return warning;
}

QWidget *SettingsForm::judge()
{
    QWidget *firstWrong = nullptr;
    for (const Row &row : m_rows) {
        const QString problem = row.judge ? row.judge() : QString();
        showProblem(row, problem);
        if (!problem.isEmpty() && !firstWrong)
            firstWrong = row.field;
    }
    return firstWrong;
}

void SettingsForm::showProblem(const Row &row, const QString &problem)
{
    row.problemLine->say(problem);
    row.problemLine->setHidden(problem.isEmpty());
    row.field->setAccessibleDescription(problem.isEmpty() ? row.help : problem + QLatin1Char(' ') + row.help);
}

} // namespace rollcall
