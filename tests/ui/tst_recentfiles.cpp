// SPDX-License-Identifier: MIT
#include "ui/recentfiles.h"

#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rollcall;
using namespace Qt::StringLiterals;

class TestRecentFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theLastOneComesFirstAndEachOnce();
    void onlySoManyAreKept();
    void theyAreRememberedAcrossStarts();
    void whatIsNoFileIsNotKept();
    void aChosenFileIsTold();
    void aMissingFileIsToldAndGoesAway();
    void theListCanBeCleared();
    void anAmpersandInANameIsNoMnemonic();

private:
    QString file(const QString &name) const;
    QStringList names() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<RecentFiles> m_recent;
};

void TestRecentFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_menu = std::make_unique<QMenu>();
    m_recent = std::make_unique<RecentFiles>(*m_settings, *m_menu);
}

void TestRecentFiles::cleanup()
{
    m_recent.reset();
    m_menu.reset();
    m_settings.reset();
    m_folder.reset();
}

QString TestRecentFiles::file(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    return file.fileName();
}

QStringList TestRecentFiles::names() const
{
    QStringList names;
    for (const QString &path : m_recent->paths())
        names.append(QFileInfo(path).fileName());
    return names;
}

void TestRecentFiles::theLastOneComesFirstAndEachOnce()
{
    QVERIFY(!m_menu->isEnabled());
    m_recent->add({file(u"a"_s)});
    m_recent->add({file(u"b"_s)});
    m_recent->add({file(u"a"_s)});
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(m_menu->isEnabled());
    QVERIFY(m_menu->actions().first()->text().startsWith(u"&1  a in "_s));
}

void TestRecentFiles::onlySoManyAreKept()
{
    for (int i = 0; i < 15; ++i)
        m_recent->add({file(QString::number(i))});
    QCOMPARE(m_recent->paths().size(), RecentFiles::maximum);
    QCOMPARE(names().first(), u"14"_s);
}

void TestRecentFiles::theyAreRememberedAcrossStarts()
{
    m_recent->add({file(u"a"_s)});
    QMenu menu;
    const RecentFiles next(*m_settings, menu);
    QCOMPARE(next.paths(), m_recent->paths());
    QVERIFY(menu.actions().size() > 1);
}

void TestRecentFiles::whatIsNoFileIsNotKept()
{
    m_recent->add({u":/lists/sample.txt"_s, m_folder->path(), m_folder->filePath(u"missing"_s)});
    QVERIFY(m_recent->paths().isEmpty());
}

void TestRecentFiles::aChosenFileIsTold()
{
    const QString path = file(u"a"_s);
    m_recent->add({path});
    QSignalSpy chosen(m_recent.get(), &RecentFiles::chosen);
    m_menu->actions().first()->trigger();
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), path);
}

void TestRecentFiles::aMissingFileIsToldAndGoesAway()
{
    const QString path = file(u"a"_s);
    m_recent->add({file(u"b"_s), path});
    QVERIFY(QFile::remove(path));
    QSignalSpy missed(m_recent.get(), &RecentFiles::missed);
    m_menu->actions().first()->trigger();
    QTRY_COMPARE(missed.count(), 1);
    QCOMPARE(missed.first().first().toString(), path);
    QCOMPARE(names(), QStringList{u"b"_s});
}

void TestRecentFiles::theListCanBeCleared()
{
    m_recent->add({file(u"a"_s)});
    m_menu->actions().last()->trigger();
    QTRY_VERIFY(m_recent->paths().isEmpty());
    QVERIFY(!m_menu->isEnabled());
}

void TestRecentFiles::anAmpersandInANameIsNoMnemonic()
{
    m_recent->add({file(u"a&b"_s)});
    QVERIFY(m_menu->actions().first()->text().contains(u"a&&b"_s));
}

QTEST_MAIN(TestRecentFiles)
#include "tst_recentfiles.moc"
