"""What people do: functions that change something."""
