namespace AirsPolicy.Text.Detectors.Builtin.Identifiers;

/// <summary>What it takes, beside its form and its check digits, for a string to count as an identifier.</summary>
internal enum Evidence
{
    /// <summary>Nothing: hardly anything else looks so.</summary>
    Form,

    /// <summary>A word for it nearby, or that it is all there is: the text is a field that holds one value.</summary>
    NameOrAlone,

    /// <summary>A word for it nearby.</summary>
    Name,
}
