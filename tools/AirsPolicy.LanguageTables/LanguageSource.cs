namespace AirsPolicy.LanguageTables;

/// <summary>A language and the declarations it is learned from.</summary>
/// <param name="Code">The language, ISO 639-1.</param>
/// <param name="Script">The long name of its script (Unicode).</param>
/// <param name="Declarations">The names of the files, without their ending.</param>
internal sealed record LanguageSource(string Code, string Script, params string[] Declarations)
{
    /// <summary>What the lists of stop words call the language.</summary>
    public string StopWords => Code == "nb" ? "no" : Code;
}
