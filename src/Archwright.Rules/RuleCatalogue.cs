using System.Collections.Immutable;

namespace Archwright.Rules;

/// <summary>Every rule, by id. An explicit list: what is not here does not run, and nothing runs that is not here.</summary>
public static class RuleCatalogue
{
    /// <summary>All rules, in order of id.</summary>
    public static ImmutableArray<IRule> All { get; } =
    [
        new AnchorGivesWay(), // ANC001
        new BiteJumpInAdult(), // ANC002
        new AnchorageOverloaded(), // ANC003
        new RootsConverge(), // APX001
        new RootMovedFar(), // APX002
        new RootsTooNear(), // APX003
        new AttachmentDoesNotSuitMovement(), // ATT001
        new MovementWithoutAttachment(), // ATT002
        new CrownTooSmallForAttachment(), // ATT003
        new AttachmentAtWrongStage(), // ATT004
        new AttachmentBeyondDesign(), // ATT005
        new ExtrusionWithoutAnchorage(), // ATT006
        new AttachmentCollides(), // ATT007
        new RotationAttachmentsForReview(), // ATT008
        new AttachmentOffItsCrown(), // ATT009
        new BiteRampDiscludes(), // ATT010
        new PeriodontalChartMissing(), // CLN001
        new BiteChangedWithoutFunctionalRecord(), // CLN002
        new ObjectivesNotMeasurable(), // CLN003
        new ObjectivesIncomplete(), // CLN004
        new ObjectiveNotMet(), // CLN005
        new ToothMovedInDeepPocket(), // CLN006
        new LooseToothLoaded(), // CLN007
        new RecededToothMovedFacially(), // CLN008
        new LipSupportLost(), // CLN009
        new NeighboursCollide(), // COL001
        new AntagonistsCollide(), // COL002
        new IprOverCapAtContact(), // IPR001
        new IprArchTotalHigh(), // IPR002
        new IprArchTotalBeyondLimit(), // IPR003
        new IprBeforeEarliestStage(), // IPR004
        new IprNotUsed(), // IPR005
        new IprTooLate(), // IPR006
        new IprNotBetweenNeighbours(), // IPR007
        new IprWindowEmpty(), // IPR008
        new IprOverEnamelOfTooth(), // IPR009
        new SpaceUnderplanned(), // IPR010
        new IprOpensContact(), // IPR011
        new CrownTipsTooFast(), // MOV001
        new IncisorRotatesTooFast(), // MOV002
        new CanineOrPremolarRotatesTooFast(), // MOV003
        new MolarRotatesTooFast(), // MOV004
        new AnteriorExtrusionTooFast(), // MOV005
        new PosteriorExtrusionTooFast(), // MOV006
        new PosteriorExtrusionWithoutAuxiliary(), // MOV007
        new RootUprightsTooFast(), // MOV008
        new TorqueTooFast(), // MOV009
        new BodilyMovementTooFast(), // MOV010
        new LinearMovementTooFast(), // MOV011
        new IntrusionTooFast(), // MOV012
        new MonthlyRateTooHigh(), // MOV013
        new ToothMovesThereAndBack(), // MOV014
        new JawShiftsOnTheWay(), // OCC001
        new CentricSlideLeft(), // OCC002
        new CentricSlideNotTraceable(), // OCC003
        new MovementUnderExpresses(), // OUT001
        new OutcomeCannotBeAssessed(), // OUT002
        new ObjectiveUnlikely(), // OUT003
        new ThinBiotypeLoaded(), // OUT004
        new TrayAsksTooMuchAtOnce(), // OUT005
        new EasyMovementOvercorrected(), // OVC001
        new OvercorrectedThroughout(), // OVC002
        new NoBufferForLostWear(), // OVC003
        new TargetNotReached(), // PLN001
        new PreferenceUnusual(), // PLN002
        new BiteMissing(), // REC001
        new ExpansionWithoutCbct(), // REC002
        new RootMovementWithoutCbct(), // REC003
        new DataGapOpen(), // REC004
        new RootsFromTemplate(), // REC005
        new DataDoubtful(), // REC006
        new BitePenetrates(), // REC007
        new XrayMissing(), // REC008
        new PhotosIncomplete(), // REC009
        new PeriodontiumWithoutCbct(), // REC010
        new ResorptionWithoutCbct(), // REC011
        new RecordFaulty(), // REC012
        new RecordWaived(), // REC013
        new WaiverWithoutDoctor(), // REC014
        new ScanTooOld(), // REC015
        new FaceNotRead(), // REC016
        new PatientNotAsked(), // REC017
        new ExpansionOverUnknownBone(), // REC018
        new ScanFaulty(), // SCN001
        new ScanFaultWaived(), // SCN002
        new ScanWaiverWithoutDoctor(), // SCN003
        new LabelsDoubtful(), // SEG001
        new EverythingAtOnce(), // STG001
        new MovementWithoutCause(), // STG002
        new HeldToothMoves(), // STG003
        new StagesMalformed(), // STG004
    ];

    /// <summary>The rule with an id, or null.</summary>
    public static IRule? Find(string id) =>
        All.FirstOrDefault(r => string.Equals(r.Info.Id, id, StringComparison.OrdinalIgnoreCase));
}
