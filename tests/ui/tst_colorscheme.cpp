// SPDX-License-Identifier: MIT
#include "core/desktop/desktop.h"
#include "ui/colorscheme.h"
#include "ui/symbolicon.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rollcall;
using namespace Qt::StringLiterals;

class FakeDesktop : public Desktop
{
    Q_OBJECT
public:
    bool isDark = false;
    bool prefersDark() const override { return isDark; }
    void change(bool dark)
    {
        isDark = dark;
        Q_EMIT prefersDarkChanged();
    }
};

class TestColorScheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void thePersonsChoiceHolds();
    void theDesktopsChangesAreFollowedLive();
    void aChoiceIsNotOverruledByTheDesktop();
    void iconsThatAreShownFollow();
    void textsAreReadable_data();
    void textsAreReadable();
};

void TestColorScheme::cleanup()
{
    QApplication::setPalette(QPalette());
}

void TestColorScheme::thePersonsChoiceHolds()
{
    const FakeDesktop desktop;
    ColorScheme colors(desktop);
    colors.choose(ColorChoice::Dark);
    QVERIFY(isDark(QApplication::palette()));
    colors.choose(ColorChoice::Light);
    QVERIFY(!isDark(QApplication::palette()));
    colors.choose(ColorChoice::Dark);
    colors.choose(ColorChoice::Desktop);
    QVERIFY(!isDark(QApplication::palette()));
}

void TestColorScheme::theDesktopsChangesAreFollowedLive()
{
    FakeDesktop desktop;
    ColorScheme colors(desktop);
    colors.choose(ColorChoice::Desktop);
    QVERIFY(!isDark(QApplication::palette()));
    desktop.change(true);
    QVERIFY(isDark(QApplication::palette()));
    desktop.change(false);
    QVERIFY(!isDark(QApplication::palette()));
}

void TestColorScheme::aChoiceIsNotOverruledByTheDesktop()
{
    FakeDesktop desktop;
    ColorScheme colors(desktop);
    colors.choose(ColorChoice::Light);
    desktop.change(true);
    QVERIFY(!isDark(QApplication::palette()));
}

void TestColorScheme::iconsThatAreShownFollow()
{
    const FakeDesktop desktop;
    ColorScheme colors(desktop);
    QPushButton button;
    button.setIcon(symbolIcon(u"stop"_s));
    button.setIconSize(QSize(32, 32));
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    const auto middle = [&button] { return button.grab().toImage().pixelColor(button.rect().center()); };
    colors.choose(ColorChoice::Light);
    QTRY_VERIFY(middle().lightness() < 100);
    colors.choose(ColorChoice::Dark);
    QTRY_VERIFY(middle().lightness() > 150);
}

void TestColorScheme::textsAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

/// By WCAG 2, 1.4.3: a contrast of 4.5 to 1.
void TestColorScheme::textsAreReadable()
{
    QFETCH(QPalette, palette);
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double value) {
            return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const auto contrast = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
        const double a = luminance(palette.color(text));
        const double b = luminance(palette.color(ground));
        return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    };
    QVERIFY(contrast(QPalette::WindowText, QPalette::Window) > 4.5);
    QVERIFY(contrast(QPalette::Text, QPalette::Base) > 4.5);
    QVERIFY(contrast(QPalette::Text, QPalette::AlternateBase) > 4.5);
    QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) > 4.5);
    QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) > 4.5);
    QVERIFY(contrast(QPalette::ToolTipText, QPalette::ToolTipBase) > 4.5);
}

QTEST_MAIN(TestColorScheme)
#include "tst_colorscheme.moc"
