namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>The layer of the framework that a control belongs to. Catalogues name it as here, in small letters.</summary>
internal enum ControlLayer
{
    /// <summary>Rules that decide at once.</summary>
    Guardrail,

    /// <summary>A model that judges another.</summary>
    Judge,

    /// <summary>People who decide.</summary>
    Human,

    /// <summary>What stops everything.</summary>
    CircuitBreaker,

    /// <summary>What the other layers stand on: networks, logs, suppliers, procedures.</summary>
    Foundation,
}
