"""Questions that get other words."""

from __future__ import annotations

import pytest
from people import standing

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.questions.rephrasing import rephrased


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Which leg is nearer?", "Which leg is nearer to the camera?"),
        ("what arm is the closest one?", "Which arm is nearer to the camera?"),
        ("nearest arm?", "Which arm is nearer to the camera?"),
        ("closer arm L/R", "Which arm is nearer to the camera?"),
        ("farther hand: left or right?", "Which hand is farther from the camera?"),
        ("Is the left hand near the right hand?", "Are the hands close together?"),
        ("is her right foot close to her left foot", "Are the feet close together?"),
        ("Is his left knee touching his right knee?", "Are the knees touching?"),
        ("Is he facing me?", "Is he facing the camera?"),
        ("Is her back to me?", "Is her back to the camera?"),
        ("Which way is his body turned?", "Which way is the body facing?"),
        ("Are his legs bent at the knee?", "Are his knees bent?"),
        ("the left arm is straight at the elbow", "the left elbow is straight"),
        ("Are his elbows tucked to his ribs?", "Are the arms raised less than 35 degrees?"),
        ("Is the left elbow close to the body?", "Is the left arm raised less than 35 degrees?"),
        ("elbows close to the body or flared out?", "How many degrees are the arms raised?"),
        ("Is the pipe's elbow tucked in?", "Is the pipe's elbow tucked in?"),
        ("Are the dog's feet flat?", "Are the dog's feet flat?"),
        ("are the feet flat", "Are both feet flat on the ground?"),
        ("standing tall or stooped", "Is the torso upright or leaning?"),
        ("Which hand does the reaching?", "Which arm is raised more?"),
        ("which arm is he pointing with", "Which arm is raised more?"),
        ("Which hand is pointing down?", "Which hand is pointing down?"),
        ("Which hand reaches the knee?", "Which hand reaches the knee?"),
        ("is she back or front to camera", "Is the person seen from the front or from behind?"),
        ("is the nose pointing picture left or picture right", "Which way in the picture is the person looking?"),
        ("Is the head turned left of the picture?", "Is the head turned left of the picture?"),
        (
            "is he walking to the left or right of the picture?",
            "Does the person face the left or the right of the picture?",
        ),
        ("what angle is between his trunk and thighs", "What are the angles of both hips?"),
        ("how much of an angle between the raised arm and his ribs", "How many degrees are the arms raised?"),
        ("Is his neck stretched back?", "Is the head tipped back?"),
        ("Compare the left and right knee", "What are the angles of both knees?"),
        ("Compare her arms", "Compare her arms"),
        ("Are his elbows soft?", "Are his elbows slightly bent?"),
        ("Are the knees locked or soft?", "Are the knees straight or bent?"),
        ("elbows locked out or soft", "elbows straight or bent?"),
        ("if I wanted to copy his pose what do I do", "Describe the pose."),
        ("Is his right elbow straight? If i want to copy him", "Is his right elbow straight? If i want to copy him"),
        ("facing the camera?", "facing the camera?"),
        ("Is he facing the side or the camera?", "Is he facing the side or the camera?"),
        ("Is his left arm straight out or bent?", "Is his left arm straight out or bent?"),
        ("angle between his arm and her body", "angle between his arm and her body"),
        ("Is he facing the truck or us?", "Is he facing the camera?"),
        ("Is he facing the truck?", "Is he facing the truck?"),
        ("angle between the right arm and the torso, roughly", "How many degrees is the right arm raised?"),
        ("the angle between upper arm and trunk, left side", "How many degrees is the left arm raised?"),
        ("What's the angle between the arms and the body?", "What's the angle between the arms and the body?"),
        ("Is his left arm straight out?", "Is his left arm held out at shoulder height?"),
        ("Is his left arm straight?", "Is his left arm straight?"),
        ("how wide are the arms spread?", "How far apart are the hands?"),
        ("facing: picture left / picture right / camera ?", "Which way in the picture is the person facing?"),
        ("Which hand is nearer the face?", "Which hand is nearer to the face?"),
        ("How wide is the step he's taking?", "How far apart are the feet?"),
        ("Is the skin on the knee soft?", "Is the skin on the knee soft?"),
        ("Is the left knee over the left ankle?", "Is the left shin vertical?"),
        ("Is the left knee over the right ankle?", "Is the left knee over the right ankle?"),
        ("Is the woman's knee over the man's ankle?", "Is the woman's knee over the man's ankle?"),
        ("Is his hand near me?", "Is his hand near me?"),
        ("Which way is the head turned?", "Which way is the head turned?"),
        ("Which leg is nearer to the wall?", "Which leg is nearer to the wall?"),
        ("Is the nearer leg bent?", "Is the nearer leg bent?"),
        ("Which leg is higher?", "Which leg is higher?"),
        ("Is his left hand near her right hand?", "Is his left hand near her right hand?"),
        ("Is the left hand near the left hand?", "Is the left hand near the left hand?"),
        ("Is the left hand near the right knee?", "Is the left hand near the right knee?"),
    ],
)
def test_words_that_are_known(question, meant):
    assert rephrased(question) == meant


def test_hands_that_hang_are_not_near_each_other():
    answer = Pose2Lang(threads=1).read(standing()).person().ask("Is the left hand near the right hand?")
    assert answer.verdict == "no"
    assert "camera" not in answer.text
