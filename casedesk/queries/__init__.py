"""What people see: functions that read and return frozen rows."""
