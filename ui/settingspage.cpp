// SPDX-License-Identifier: MIT
#include "ui/settingspage.h"

namespace rollcall {

void SettingsPage::show(const CheckSettings &settings) const
{
    for (const Binding &binding : m_bindings)
        binding.show(settings);
}

void SettingsPage::showUntouched(const CheckSettings &before, const CheckSettings &now) const
{
    for (const Binding &binding : m_bindings) {
        CheckSettings taken = before;
        binding.take(taken);
        if (taken == before)
            binding.show(now);
    }
}

void SettingsPage::take(CheckSettings &settings) const
{
    for (const Binding &binding : m_bindings)
        binding.take(settings);
}

QLineEdit *SettingsPage::addText(const char *objectName, const FieldText &text, const SettingText &shown,
                                 const Read &read, const QString &takes)
{
    auto *line = new QLineEdit;
    addField(objectName, text, line, [=] {
        CheckSettings unused;
        return !line->isEnabled() || read(line->text().trimmed(), unused) ? QString() : takes;
    });
    bind([=](const CheckSettings &s) { line->setText(shown(s)); },
         [=](CheckSettings &s) {
             if (line->isEnabled())
                 read(line->text().trimmed(), s);
         });
    connect(line, &QLineEdit::textChanged, this, &SettingsPage::edited);
    return line;
}

void SettingsPage::bind(Show show, Take take)
{
    m_bindings.push_back({std::move(show), std::move(take)});
}

void SettingsPage::addNumber(const char *objectName, const FieldText &text, NumberBox *box)
{
    addField(objectName, text, box);
    connect(box, &NumberBox::valueChanged, this, &SettingsPage::edited);
}

} // namespace rollcall
