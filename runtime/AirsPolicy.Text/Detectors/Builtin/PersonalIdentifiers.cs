using AirsPolicy.Text.Detectors.Builtin.Personal;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>The detectors of what identifies a person, or an organisation by the same kind of number.</summary>
internal static class PersonalIdentifiers
{
    // Each class is named, so that trimming keeps it and its attribute; a test finds one that is missing.
    public static BuiltinDetector[] All { get; } =
    [
        Of<EmiratesId>(), Of<ArgentineTaxNumber>(), Of<AustrianInsuranceNumber>(), Of<AustralianBusinessNumber>(), Of<AustralianCompanyNumber>(),
        Of<AustralianMedicareNumber>(), Of<AustralianTaxFileNumber>(), Of<BankAccount>(), Of<BelgianNationalNumber>(), Of<BulgarianCitizenNumber>(),
        Of<BitcoinAddress>(), Of<BrazilianCompanyNumber>(), Of<BrazilianPersonNumber>(), Of<CanadianSocialInsuranceNumber>(), Of<PaymentCard>(),
        Of<SwissInsuranceNumber>(), Of<ChileanNationalId>(), Of<ChineseResidentId>(), Of<CzechBirthNumber>(), Of<DateOfBirth>(), Of<GermanCommercialRegister>(),
        Of<GermanDrivingLicence>(), Of<GermanHealthInsuranceNumber>(), Of<GermanIdentityCard>(), Of<GermanPassport>(), Of<GermanPhysicianNumber>(),
        Of<GermanPensionInsuranceNumber>(), Of<GermanTaxId>(), Of<GermanTaxNumber>(), Of<GermanVatId>(), Of<DanishPersonalNumber>(), Of<DrivingLicence>(),
        Of<EcuadorianIdentityNumber>(), Of<BalticPersonalCode>(), Of<EgyptianNationalId>(), Of<EmailAddress>(), Of<SpanishForeignerId>(), Of<SpanishNationalId>(),
        Of<SpanishPassport>(), Of<EthereumAddress>(), Of<FinnishPersonalId>(), Of<FrenchSocialSecurityNumber>(), Of<FrenchTaxNumber>(), Of<GreekTaxNumber>(),
        Of<GreekSocialSecurityNumber>(), Of<HongKongIdentityCard>(), Of<CroatianPersonalId>(), Of<HungarianSocialSecurityNumber>(), Of<HungarianTaxId>(), Of<Iban>(),
        Of<IndonesianIdentityNumber>(), Of<IrishPersonalPublicServiceNumber>(), Of<IsraeliIdentityNumber>(), Of<Imei>(), Of<IndianAadhaar>(),
        Of<IndianGoodsAndServicesTaxNumber>(), Of<IndianPermanentAccountNumber>(), Of<IndianPassport>(), Of<IndianVoterId>(), Of<IpAddress>(),
        Of<IcelandicNationalId>(), Of<ItalianDrivingLicence>(), Of<ItalianFiscalCode>(), Of<ItalianIdentityCard>(), Of<ItalianPassport>(), Of<ItalianVatNumber>(),
        Of<YugoslavCitizenNumber>(), Of<JapaneseMyNumber>(), Of<KoreanBusinessNumber>(), Of<KoreanDrivingLicence>(), Of<KoreanForeignerNumber>(),
        Of<KoreanPassport>(), Of<KoreanResidentNumber>(), Of<KazakhIdentityNumber>(), Of<LuxembourgNationalId>(), Of<LatvianPersonalCode>(), Of<MacAddress>(),
        Of<MexicanPopulationCode>(), Of<MexicanTaxpayerCode>(), Of<MalaysianIdentityCard>(), Of<NigerianIdentityNumber>(), Of<DutchCitizenServiceNumber>(),
        Of<NorwegianNationalId>(), Of<NewZealandIrdNumber>(), Of<Passport>(), Of<PhilippineTaxNumber>(), Of<PhoneNumber>(), Of<PolishTaxNumber>(),
        Of<PolishNationalId>(), Of<PortugueseTaxNumber>(), Of<RomanianNationalId>(), Of<RussianTaxNumber>(), Of<RussianInsuranceNumber>(), Of<SaudiIdentityNumber>(),
        Of<SwedishOrganisationNumber>(), Of<SwedishPersonalNumber>(), Of<SingaporeanIdentityNumber>(), Of<SingaporeanEntityNumber>(), Of<ThaiNationalId>(),
        Of<TurkishNationalId>(), Of<TaiwaneseNationalId>(), Of<UkrainianTaxNumber>(), Of<UkDrivingLicence>(), Of<UkNationalHealthServiceNumber>(),
        Of<UkNationalInsuranceNumber>(), Of<UkPassport>(), Of<UkPostcode>(), Of<UkUniqueTaxpayerReference>(), Of<UkVatNumber>(), Of<UrlCredentials>(),
        Of<UsDrugEnforcementNumber>(), Of<UsEmployerId>(), Of<UsIndividualTaxpayerId>(), Of<UsMedicareBeneficiaryId>(), Of<UsNationalProviderId>(),
        Of<UsRoutingNumber>(), Of<UsSocialSecurityNumber>(), Of<UruguayanTaxNumber>(), Of<SouthAfricanIdentityNumber>(),
    ];

    private static BuiltinDetector Of<T>()
        where T : IBuiltinDetector, new() => BuiltinDetector.Of<T>();
}
