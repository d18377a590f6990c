// SPDX-License-Identifier: MIT
// A form whose fields show, and set, what is in CheckSettings.
#pragma once

#include "core/check/checksettings.h"
#include "ui/numberboxes.h"
#include "ui/settingsform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace rollcall {

/// A page of settings. Each of the functions that add a field takes an \a access: a generic lambda that
/// answers with a reference to the field's setting, as in [](auto &s) -> auto & { return s.retries; }.
class SettingsPage : public SettingsForm
{
    Q_OBJECT
public:
    using Show = std::function<void(const CheckSettings &)>;
    using Take = std::function<void(CheckSettings &)>;
    using SettingText = std::function<QString(const CheckSettings &)>;
    /// Puts a text into the settings; false for one that is wrong, and then it leaves them alone.
    using Read = std::function<bool(const QString &, CheckSettings &)>;

    using SettingsForm::SettingsForm;

    void show(const CheckSettings &settings) const;
    /// Shows \a now in the fields that still say what \a before has.
    void showUntouched(const CheckSettings &before, const CheckSettings &now) const;
    /// Sets what the fields say, but for those that are wrong.
    void take(CheckSettings &settings) const;

    template <class Access>
    void addCount(const char *objectName, const FieldText &text, Range<int> range, Access access)
    {
        auto *box = new QSpinBox;
        box->setRange(range.minimum, range.maximum);
        box->setAlignment(Qt::AlignRight);
        box->setKeyboardTracking(false);
        addField(objectName, text, box);
        bind([=](const CheckSettings &s) { box->setValue(access(s)); },
             [=](CheckSettings &s) {
                 box->interpretText();
                 access(s) = box->value();
             });
        connect(box, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    }

    template <class Access>
    void addTime(const char *objectName, const FieldText &text, Range<std::chrono::milliseconds> range,
                 Access access)
    {
        auto *box = new SecondsBox;
        box->setLimits(range);
        addNumber(objectName, text, box);
        bind([=](const CheckSettings &s) { box->setTime(access(s)); },
             [=](CheckSettings &s) {
                 box->interpretText();
                 access(s) = box->time();
             });
    }

    template <class Access>
    void addOptionalTime(const char *objectName, const FieldText &text,
                         Range<std::chrono::milliseconds> range, Access access)
    {
        auto *box = new SecondsBox;
        box->setLimits(range, tr("no limit of its own"));
        addNumber(objectName, text, box);
        bind([=](const CheckSettings &s) { box->setTime(access(s)); },
             [=](CheckSettings &s) {
                 box->interpretText();
                 access(s) = box->optionalTime();
             });
    }

    template <class Access>
    void addRate(const char *objectName, const FieldText &text, Access access)
    {
        auto *box = new RateBox;
        addNumber(objectName, text, box);
        bind([=](const CheckSettings &s) { box->setNumber(access(s)); },
             [=](CheckSettings &s) {
                 box->interpretText();
                 access(s) = box->number();
             });
    }

    template <class Access>
    QCheckBox *addToggle(const char *objectName, const FieldText &text, Access access)
    {
        auto *box = new QCheckBox(text.name);
        addSwitch(objectName, box, text.help);
        bind([=](const CheckSettings &s) { box->setChecked(access(s)); },
             [=](CheckSettings &s) { access(s) = box->isChecked(); });
        connect(box, &QCheckBox::toggled, this, &SettingsPage::edited);
        return box;
    }

    template <class Value, class Access>
    QComboBox *addChoice(const char *objectName, const FieldText &text,
                         const QList<std::pair<Value, QString>> &choices, Access access)
    {
        auto *box = new QComboBox;
        for (const auto &[value, name] : choices)
            box->addItem(name, int(value));
        addField(objectName, text, box);
        bind([=](const CheckSettings &s) { box->setCurrentIndex(box->findData(int(access(s)))); },
             [=](CheckSettings &s) {
                 if (box->currentIndex() >= 0) // it may show none of these choices
                     access(s) = Value(box->currentData().toInt());
             });
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
        return box;
    }

    /// A line of text. \a takes is what is said of one that is wrong. A disabled line is never wrong.
    QLineEdit *addText(const char *objectName, const FieldText &text, const SettingText &shown,
                       const Read &read, const QString &takes);

    /// For a field of another kind.
    void bind(Show show, Take take);

Q_SIGNALS:
    /// A field has changed.
    void edited();

private:
    void addNumber(const char *objectName, const FieldText &text, NumberBox *box);

    struct Binding {
        Show show;
        Take take;
    };
    std::vector<Binding> m_bindings;
};

} // namespace rollcall
