/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "widgets/jalon-pins-view.h"

G_BEGIN_DECLS

#define JALON_TYPE_PIN_LAYER (jalon_pin_layer_get_type ())
G_DECLARE_FINAL_TYPE (JalonPinLayer, jalon_pin_layer, JALON, PIN_LAYER, ShumateLayer)

ShumateLayer *jalon_pin_layer_new (JalonModel *model, ShumateViewport *viewport);
JalonPinsView *jalon_pin_layer_get_pins (JalonPinLayer *self);

G_END_DECLS
