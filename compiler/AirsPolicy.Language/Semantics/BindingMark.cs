namespace AirsPolicy.Language.Semantics;

/// <summary>What is found out while a package is bound.</summary>
internal enum BindingMark
{
    /// <summary>Something was left out of the model. It is never left out silently: there is an error by the end.</summary>
    LeftOut,

    /// <summary>A chain of types was found to be too deep, and reported.</summary>
    TypeTooDeep,

    /// <summary>A rule has grown too large. Its lets are not checked by themselves: they would be too large as well.</summary>
    GrownTooLarge,

    /// <summary>Some rule asks where a value came from.</summary>
    OriginAsked,
}
