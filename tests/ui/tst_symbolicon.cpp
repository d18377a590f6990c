// SPDX-License-Identifier: MIT
#include "ui/symbolicon.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImageReader>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace rollcall;

namespace {

// The contrast of two colours as WCAG 2.1 defines it.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QPalette palette(Qt::GlobalColor base, Qt::GlobalColor text)
{
    QPalette palette{QColor(base)};
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::ButtonText, text);
    return palette;
}

QColor inkOf(const QIcon &icon, QIcon::Mode mode)
{
    const QImage image = icon.pixmap(QSize(16, 16), 1.0, mode).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

} // namespace

class TestSymbolIcon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void tonesAreReadableOnLightAndDark_data();
    void tonesAreReadableOnLightAndDark();
    void symbolsTakeThePalettesColours();
    void everySymbolIsThere();
    void theApplicationIconHasAllSizes();
};

void TestSymbolIcon::cleanup()
{
    QGuiApplication::setPalette(QPalette());
}

void TestSymbolIcon::tonesAreReadableOnLightAndDark_data()
{
    QTest::addColumn<int>("tone");
    QTest::newRow("ok") << int(Tone::Ok);
    QTest::newRow("warning") << int(Tone::Warning);
    QTest::newRow("failed") << int(Tone::Failed);
}

void TestSymbolIcon::tonesAreReadableOnLightAndDark()
{
    QFETCH(int, tone);
    constexpr double readableText = 4.5;
    QVERIFY(contrast(toneColor(Tone(tone), palette(Qt::white, Qt::black)), Qt::white) >= readableText);
    QVERIFY(contrast(toneColor(Tone(tone), palette(Qt::black, Qt::white)), QColor(0x2b, 0x2b, 0x2e)) >=
            readableText);
}

void TestSymbolIcon::symbolsTakeThePalettesColours()
{
    if (!QImageReader::supportedImageFormats().contains("svg"))
        QSKIP("Qt's SVG plugin is not installed");
    const QIcon stop = symbolIcon(QStringLiteral("stop"));
    QPalette colours = palette(Qt::white, Qt::black);
    colours.setColor(QPalette::HighlightedText, Qt::yellow);
    QGuiApplication::setPalette(colours);
    QCOMPARE(inkOf(stop, QIcon::Normal), QColor(Qt::black));
    QCOMPARE(inkOf(stop, QIcon::Selected), QColor(Qt::yellow));
    QGuiApplication::setPalette(palette(Qt::black, Qt::white));
    QCOMPARE(inkOf(stop, QIcon::Normal), QColor(Qt::white));
    QCOMPARE(inkOf(symbolIcon(QStringLiteral("stop"), Tone::Failed), QIcon::Normal),
             toneColor(Tone::Failed, QGuiApplication::palette()));
}

void TestSymbolIcon::everySymbolIsThere()
{
    symbolIcon({}); // loads the resource
    for (const char *name : {"browser",
                             "check",
                             "check-failed",
                             "check-selected",
                             "close",
                             "copy",
                             "export",
                             "filter",
                             "import",
                             "info",
                             "outcome-cancelled",
                             "outcome-failed",
                             "outcome-ok",
                             "outcome-warning",
                             "paste",
                             "remove",
                             "state-queued",
                             "state-running",
                             "state-unchecked",
                             "stop"})
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name))), name);
}

void TestSymbolIcon::theApplicationIconHasAllSizes()
{
    const QIcon icon = applicationIcon();
    for (const int size : {16, 32, 48, 64, 128, 256})
        QCOMPARE(icon.actualSize(QSize(size, size)), QSize(size, size));
}

QTEST_MAIN(TestSymbolIcon)
#include "tst_symbolicon.moc"
