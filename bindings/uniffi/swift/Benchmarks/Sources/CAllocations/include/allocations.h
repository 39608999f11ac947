#pragma once

/// Returns how often memory was allocated so far; 0 where it is not counted.
unsigned long allocation_count(void);
