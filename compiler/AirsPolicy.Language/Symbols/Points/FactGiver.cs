namespace AirsPolicy.Language.Symbols.Points;

/// <summary>Who gives a fact of the language.</summary>
internal enum FactGiver
{
    /// <summary>Every host, with each request at a point that has the fact. A policy test has a value for it.</summary>
    EveryHost = 0,

    /// <summary>
    /// Only hosts that know of it: a chat has no agent. A policy that reads it binds its host to give it, and a policy test says it.
    /// </summary>
    SomeHosts = 1,

    /// <summary>The runtime, whatever a request says of it.</summary>
    Runtime = 2,
}
