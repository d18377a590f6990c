// SPDX-License-Identifier: MIT
#include "core/check/checksession.h"

namespace rollcall {

class CheckSession::Engine
{
};

CheckSession::CheckSession(QObject *parent) : QObject(parent) {}
CheckSession::~CheckSession() = default;
bool CheckSession::isRunning() const { return m_running; }
void CheckSession::start(UrlList, CheckSettings) {}
void CheckSession::stop() {}
void CheckSession::setLimits(CheckLimits) {}

} // namespace rollcall
