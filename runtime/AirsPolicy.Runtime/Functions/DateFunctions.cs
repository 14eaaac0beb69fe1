using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Functions;

/// <summary>The functions of dates.</summary>
public static class DateFunctions
{
    // Day nought, 0001-01-01, is a Monday.
    [BuiltinFunction("weekday", Parameter = BuiltinKind.Date, Result = BuiltinKind.Weekday, Cost = 1,
        Summary = "The day of the week of a date, one of monday to sunday.")]
    public static long Weekday(FactFrame facts, long date) => date % 7;
}
