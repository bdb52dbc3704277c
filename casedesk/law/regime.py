"""The names of the counting regimes."""

from enum import StrEnum


class Regime(StrEnum):
    """How a period is counted. See each function of `casedesk.law.counting` for the authority."""

    LIMITATION = "limitation"
    CPP_801 = "cpp_801"
    CPC_642 = "cpc_642"
    CLEAR_DAYS = "clear_days"
    BACKWARD = "backward"
    CLEAR_BACKWARD = "clear_backward"
    HOURS = "hours"
    EU_1182_71 = "eu_1182_71"
    CIVIL_LIMITATION = "civil_limitation"
    ML_CPP_1366 = "ml_cpp_1366"
    GATE = "gate"
