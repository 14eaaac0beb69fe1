using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>Makes a report of what is known of a policy.</summary>
internal static class DossierReader
{
    public static Dossier Read(DossierSource source)
    {
        var (model, system) = (source.Model, source.Model.System!);
        IEnumerable<DossierSection?> sections =
        [
            SubjectSection.Of(source), StandingSection.Of(source), .. CoverageSections.Of(source), RequirementsSection.Of(source),
            .. ControlsSection.Of(source), WaiversSection.Of(source), PlanSection.Of(source), .. OversightSections.Of(source),
            GrantsSection.Of(source), RecordsSection.Of(source), TestsSection.Of(source), TrafficSection.Of(source),
            BundleSection.Of(source), OpenSection.Of(source),
        ];
        return new Dossier(
            system.Title ?? system.Name, model.Name, model.Version, source.Day, sections.OfType<DossierSection>().ToValueList());
    }
}
