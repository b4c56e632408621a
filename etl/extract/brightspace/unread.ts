/** Data sets that say nothing of who meets whom. The logs among them are activity that page views blow up; they are left out. */
export const unread = `
  aiconsumption accommodationsprofilelog activityexemptionslog activityfeedcommentlog activityfeedcommentobjects
  activityfeedpostlog activityfeedpostobjects announcements assignmentspecialaccess assignmentsubmissiondetails
  assignmentsubmissions assignmentsummary audiovideoprocessed brightspaceemaillog cpdcategories cpdjobtargets
  cpdmethods cpdquestionanswers cpdquestions cpduserrecords cpdusertargets calendar calendarevents
  checklistcategorydetails checklistcompletions checklistitemdetails checklistobjects competencyactivities
  competencyactivitylog competencyactivityresults competencylog competencyobjects competencystructure
  contentfilepropertieslog contentfilespropertieslog contentobjects contentusercompletion contentuserprogress
  courseaccess courseaccesslog courseawards coursecopylogs coursepublisherlaunches coursepublisherrecipients
  discussiontopicuserscores gradebooksettings gradeobjects gradeobjectslog graderesults gradeschemeranges
  gradeschemes gradeschemesrange intelligentagentobjects intelligentagentrunlog intelligentagentrunusers
  jitprovisioneduserslog ltiadvantagedeploymentaudit ltiadvantageregistrationaudit ltilaunches
  ltilinkmigrationaudit ltilinks localauthenticationsecuritylog mediaconsumptionlog mediaobjects
  organizationalunitancestors organizationalunitdescendants organizationalunitrecentaccess quizattempts
  quizobjects quizuseranswers sessionhistory surveyattempts surveyobjects surveyuseranswers systemaccesslog
  toolnames userattributevalues userlogins
`
  .split(/\s+/)
  .filter((name) => name !== '');
