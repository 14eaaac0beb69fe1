namespace AirsPolicy.Language.Symbols;

/// <summary>What a name stands for.</summary>
internal enum SymbolKind
{
    Package,
    Point,
    Fact,
    Member,
    Item,
    EnumName,
    Type,
    Param,
    Let,
    Data,
    Detector,
    Control,
    Tool,
    Group,
    Queue,
    Label,
    Limit,
    Judge,
    Agent,
    Workflow,
    Breaker,
    Scheme,
    Function,
    CatalogueId,
    ThreatId,
    Keyword,

    /// <summary>A parameter of a let.</summary>
    Argument,
}
