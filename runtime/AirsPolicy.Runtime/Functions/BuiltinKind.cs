namespace AirsPolicy.Runtime.Functions;

/// <summary>What a built-in function takes or gives, wider than one shape: any text, a list of anything.</summary>
public enum BuiltinKind
{
    /// <summary>No argument.</summary>
    None,

    /// <summary>Any text; passed as its handle, and given as a handle in the same frame.</summary>
    Text,

    /// <summary>A list of any element; passed as its handle.</summary>
    List,

    /// <summary>A record of any members; passed as its slot.</summary>
    Record,

    /// <summary>Any JSON value that expressions cannot take apart; passed as the handle of its JSON text.</summary>
    Any,

    /// <summary>An int.</summary>
    Int,

    /// <summary>A size in bytes.</summary>
    Size,

    /// <summary>A share, in millionths.</summary>
    Share,

    /// <summary>A date; passed as its day number.</summary>
    Date,

    /// <summary>A day of the week, one of <c>monday</c> to <c>sunday</c>; given as its place among them.</summary>
    Weekday,
}
