// SPDX-License-Identifier: MIT
#include "ui/symbolicon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

#include <utility>

// A static library's resource is kept only where somebody asks for it, and that from outside any namespace.
static void loadIconResources()
{
    Q_INIT_RESOURCE(rollcall);
}

namespace rollcall {

namespace {

class SymbolIconEngine final : public QIconEngine
{
public:
    SymbolIconEngine(QString name, Tone tone) : m_name(std::move(name)), m_tone(tone) {}

    QIconEngine *clone() const override { return new SymbolIconEngine(m_name, m_tone); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * scale).toSize(), mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor tint = color(mode);
        const QString key = QStringLiteral("rollcall-%1-%2x%3-%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(tint.rgba());
        QPixmap result;
        if (!QPixmapCache::find(key, &result)) {
            result = render(size, tint);
            QPixmapCache::insert(key, result);
        }
        return result;
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            return toneColor(m_tone, palette);
        }
        Q_UNREACHABLE();
    }

    QPixmap render(const QSize &size, const QColor &tint) const
    {
        QImageReader reader(QStringLiteral(":/icons/%1.svg").arg(m_name));
        reader.setScaledSize(size);
        QImage image = reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (image.isNull())
            return {}; // Qt's SVG plugin is not installed: every symbol stands beside its word
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), tint);
        painter.end();
        return QPixmap::fromImage(image);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    switch (tone) {
    case Tone::Plain:
        return palette.color(QPalette::ButtonText);
    case Tone::Muted:
        return palette.color(QPalette::PlaceholderText);
    case Tone::Ok:
        return dark ? QColor(0x7b, 0xc6, 0x7e) : QColor(0x2e, 0x7d, 0x32);
    case Tone::Warning:
        return dark ? QColor(0xe5, 0xa5, 0x3a) : QColor(0x9a, 0x5b, 0x00);
    case Tone::Failed:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e);
    }
    Q_UNREACHABLE();
}

QIcon symbolIcon(const QString &name, Tone tone)
{
    loadIconResources();
    return QIcon(new SymbolIconEngine(name, tone));
}

QIcon themeIcon(const QString &themeName, const QString &name)
{
    return QIcon::fromTheme(themeName, symbolIcon(name));
}

QIcon applicationIcon()
{
    loadIconResources();
    QIcon icon;
    for (const int size : {16, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/rollcall-%1.png").arg(size), QSize(size, size));
    return icon;
}

} // namespace rollcall
