#pragma once

/// Returns the number of allocations so far; 0 if they are not counted.
unsigned long allocation_count(void);
